package io.mizan.gateways.btcpay;

import io.mizan.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** BTCPay's writing of amounts: decimal strings, in the currency of the invoice. */
final class BtcPayAmounts {
    private BtcPayAmounts() {}

    /** With exactly the decimals of ISO 4217, to which the server rounds as well: {@code 150.00}, {@code 1.500}. */
    static String toBtcPay(Money amount) {
        return amount.toDecimal();
    }

    /**
     * An amount that BTCPay tells. What was paid in a coin may come to a fraction of a minor unit: it is cut off, for
     * money is never more than what came.
     *
     * @throws IllegalArgumentException if there is no such currency, or no such amount of it
     */
    static Money fromBtcPay(BigDecimal value, String code) {
        var currency = Currency.getInstance(code);
        var decimals = Math.max(0, currency.getDefaultFractionDigits());
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a negative amount");
        }
        try {
            return new Money(
                    value.movePointRight(decimals)
                            .setScale(0, RoundingMode.DOWN)
                            .longValueExact(),
                    currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("no amount of " + code, e);
        }
    }
}
