package sandbox.cybersource.payment;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount.
 *
 * @param minor in the currency's smallest unit
 */
public record Sum(long minor, String currency) {
    /** @throws IllegalArgumentException if it is no amount of that currency */
    public static Sum of(String text, String currency) {
        try {
            return new Sum(
                    new BigDecimal(text).movePointRight(decimals(currency)).longValueExact(), currency);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("no amount of " + currency, e);
        }
    }

    public BigDecimal decimal() {
        return BigDecimal.valueOf(minor, decimals(currency));
    }

    /** With all its decimals. */
    public String text() {
        return decimal().toPlainString();
    }

    /** Without zeros at the end, as searches write it. */
    public String shortText() {
        var stripped = decimal().stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    Sum with(long other) {
        return new Sum(other, currency);
    }

    private static int decimals(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
