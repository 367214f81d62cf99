package io.mizan.gateways.paypal;

import io.mizan.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * PayPal's writing of amounts: a decimal string and a code of ISO 4217 ("PayPal supported currencies"). A currency that
 * is not in the list is not offered; the forint and the Taiwan dollar have decimals in ISO 4217 and none at PayPal.
 */
final class PayPalAmounts {
    private static final Set<String> CURRENCIES = Set.of(
            "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "EUR", "HKD", "HUF", "ILS", "JPY", "MYR", "MXN", "TWD", "NZD",
            "NOK", "PHP", "PLN", "GBP", "SGD", "SEK", "CHF", "THB", "USD");
    private static final Set<String> WHOLE = Set.of("HUF", "JPY", "TWD");

    /** At most 32 characters ({@code money} of the Orders v2 schema); eighteen digits are more than any account holds. */
    private static final Pattern VALUE = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,9})?");

    private PayPalAmounts() {}

    /** Why PayPal cannot take this amount, in one sentence; empty if nothing is known against it. */
    static Optional<String> objectionTo(Money amount) {
        var code = amount.currencyCode();
        if (!CURRENCIES.contains(code)) {
            return Optional.of("PayPal takes no payments in " + code + ".");
        }
        if (!amount.isPositive()) {
            return Optional.of("PayPal takes positive amounts only.");
        }
        return scaled(amount).isPresent()
                ? Optional.empty()
                : Optional.of("PayPal takes whole amounts of " + code + " only.");
    }

    /**
     * The amount as PayPal writes it: {@code 19.99}, {@code 500}.
     *
     * @throws IllegalArgumentException if it cannot be said at PayPal
     */
    static String toPayPal(Money amount) {
        return Optional.of(amount)
                .filter(it -> it.amountMinor() >= 0 && CURRENCIES.contains(it.currencyCode()))
                .flatMap(PayPalAmounts::scaled)
                .map(BigDecimal::toPlainString)
                .orElseThrow(() -> new IllegalArgumentException(amount + " cannot be said at PayPal"));
    }

    /**
     * An amount that PayPal tells. Also in a currency that is not in the list, for money that has come is never refused.
     *
     * @throws IllegalArgumentException if there is no such currency, or no such amount of it
     */
    static Money fromPayPal(String value, String code) {
        var currency = Currency.getInstance(code);
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an amount as PayPal writes one");
        }
        try {
            return new Money(
                    new BigDecimal(value).movePointRight(decimals(currency)).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("no amount of " + currency.getCurrencyCode(), e);
        }
    }

    private static Optional<BigDecimal> scaled(Money amount) {
        var exact = BigDecimal.valueOf(amount.amountMinor(), decimals(amount.currency()));
        try {
            return Optional.of(exact.setScale(WHOLE.contains(amount.currencyCode()) ? 0 : 2));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Of ISO 4217; the codes of metals and tests have none, and count as whole. */
    private static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
