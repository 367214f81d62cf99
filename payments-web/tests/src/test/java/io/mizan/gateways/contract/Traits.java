package io.mizan.gateways.contract;

import io.mizan.money.Money;
import java.util.Optional;

/**
 * What is true of one provider and not of all, for the tests that depend on it. Capabilities are not among them: those
 * the adapter itself declares.
 *
 * @param price what a payment of the contract costs
 * @param otherCurrency in which the provider could take it instead; empty if it knows one currency only
 * @param declines what a declined card does
 * @param challenges whether an issuer can ask the customer to authenticate
 * @param expires whether the provider itself ends a page that nobody pays
 * @param opensOffline whether opening a checkout makes no call, so that no call of it can fail
 */
public record Traits(
        Money price,
        Optional<String> otherCurrency,
        Declines declines,
        boolean challenges,
        boolean expires,
        boolean opensOffline) {
    /** What a declined card does, and who tells it. */
    public enum Declines {
        /** The page takes another card, and callbacks and inquiries both tell of the decline. */
        LEAVE_THE_PAGE_OPEN,
        /** The page takes another card, and of the decline only a callback tells. */
        TOLD_BY_CALLBACK_ONLY,
        /** The attempt is over. */
        END_THE_ATTEMPT
    }

    /** A provider that can do all that the contract knows. */
    public static Traits of(Money price, String otherCurrency) {
        return new Traits(price, Optional.of(otherCurrency), Declines.LEAVE_THE_PAGE_OPEN, true, true, false);
    }

    /** A provider of one currency. */
    public static Traits of(Money price) {
        return new Traits(price, Optional.empty(), Declines.LEAVE_THE_PAGE_OPEN, true, true, false);
    }

    public Traits with(Declines other) {
        return new Traits(price, otherCurrency, other, challenges, expires, opensOffline);
    }

    public Traits withoutChallenges() {
        return new Traits(price, otherCurrency, declines, false, expires, opensOffline);
    }

    public Traits withoutExpiry() {
        return new Traits(price, otherCurrency, declines, challenges, false, opensOffline);
    }

    public Traits openingOffline() {
        return new Traits(price, otherCurrency, declines, challenges, expires, true);
    }
}
