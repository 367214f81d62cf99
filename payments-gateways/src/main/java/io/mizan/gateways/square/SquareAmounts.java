package io.mizan.gateways.square;

import io.mizan.gateways.square.wire.Amount;
import io.mizan.money.Money;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Square's counting of amounts: whole numbers of the currency's smallest unit, as in ISO 4217 (yen without decimals, the
 * others with two), and one currency for each location.
 */
final class SquareAmounts {
    /** Those of the countries in which Square takes payments. */
    static final Set<String> CURRENCIES = new TreeSet<>(Set.of("AUD", "CAD", "EUR", "GBP", "JPY", "USD"));

    /** Where Square's staff name a minimum for cards online; elsewhere it takes the smallest unit. */
    private static final Set<String> FROM_A_HUNDRED = Set.of("AUD", "GBP", "JPY");

    private final String currency;
    private final long least;

    /**
     * @param currency of the location
     * @param least that it takes, in the smallest unit
     */
    SquareAmounts(String currency, long least) {
        this.currency = currency;
        this.least = least;
    }

    /** What is known of the least amount in a currency, in the smallest unit. */
    static long leastOf(String currency) {
        return FROM_A_HUNDRED.contains(currency) ? 100 : 1;
    }

    /** Why the location cannot charge this amount, in one sentence; empty if nothing is known against it. */
    Optional<String> objectionTo(Money amount) {
        if (!amount.currencyCode().equals(currency)) {
            return Optional.of("Square takes no payments in " + amount.currencyCode() + " here, only in " + currency
                    + ", the currency of the location.");
        }
        return amount.amountMinor() < least
                ? Optional.of("Square takes no less than " + new Money(least, amount.currency()) + " in one payment.")
                : Optional.empty();
    }

    /**
     * An amount that Square tells, also in another currency than the location's: money that has come is never refused.
     *
     * @throws IllegalArgumentException if there is no such currency, or it is less than nothing
     */
    static Money read(Amount amount) {
        if (amount.amount() < 0) {
            throw new IllegalArgumentException("an amount of less than nothing");
        }
        return new Money(amount.amount(), Currency.getInstance(amount.currency()));
    }
}
