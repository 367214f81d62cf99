package io.mizan.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of one currency, counted in that currency's minor unit (ISO 4217 exponent: QAR 2, JPY 0, KWD 3).
 * {@code Money.ofMinor(1299, "QAR")} is QAR 12.99. Never rounds on its own; overflow throws.
 */
public record Money(long amountMinor, Currency currency) implements Comparable<Money> {
    public Money {
        requireNonNull(currency, "currency");
    }

    /**
     * @param currencyCode ISO 4217, three capitals
     * @throws IllegalArgumentException if no such currency exists
     */
    public static Money ofMinor(long amountMinor, String currencyCode) {
        return new Money(amountMinor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Adds an amount of the same currency.
     *
     * @throws CurrencyMismatchException if {@code addend} is in another currency
     * @throws ArithmeticException if the sum exceeds {@code Long.MAX_VALUE} minor units
     */
    public Money plus(Money addend) {
        return new Money(Math.addExact(amountMinor, sameCurrency(addend).amountMinor), currency);
    }

    /**
     * Takes away an amount of the same currency; the difference may be negative.
     *
     * @throws CurrencyMismatchException if {@code subtrahend} is in another currency
     * @throws ArithmeticException if the difference does not fit
     */
    public Money minus(Money subtrahend) {
        return new Money(Math.subtractExact(amountMinor, sameCurrency(subtrahend).amountMinor), currency);
    }

    /** @throws ArithmeticException if the product does not fit */
    public Money times(int factor) {
        return new Money(Math.multiplyExact(amountMinor, (long) factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(amountMinor), currency);
    }

    public boolean isPositive() {
        return amountMinor > 0;
    }

    public boolean isZero() {
        return amountMinor == 0;
    }

    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    /** The amount in major units with exactly the currency's decimals, for people and for the API: {@code 12.990}. */
    public String toDecimal() {
        return BigDecimal.valueOf(amountMinor, Math.max(0, currency.getDefaultFractionDigits()))
                .toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amountMinor, sameCurrency(other).amountMinor);
    }

    /** {@code QAR 12.99} */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + toDecimal();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatchException(currency, other.currency);
        }
        return other;
    }
}
