package io.mizan.gateways.contract;

import io.mizan.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is true of one provider and not of all. What a gateway can do is not among it: that the adapter declares, and the
 * contract's parts that a test class implements say it.
 *
 * @param price what a payment of the contract costs
 * @param otherPrices what else is paid once, so that with {@code price} there is one for every number of decimals that the
 *     provider takes
 * @param declines what a declined card does
 * @param tells what the provider tells of
 */
public record Traits(Money price, List<Money> otherPrices, Declines declines, Set<Tells> tells) {
    /** What a declined card does, and who tells it. */
    public enum Declines {
        /** The page takes another card, and callbacks and inquiries both tell of the decline. */
        LEAVE_THE_PAGE_OPEN,
        /** The page takes another card, and of the decline only a callback tells. */
        TOLD_BY_CALLBACK_ONLY,
        /** The attempt is over. */
        END_THE_ATTEMPT,
        /** Nobody declines what customers pay with here. */
        NEVER
    }

    /** What some providers tell of and others do not. */
    public enum Tells {
        /** That an issuer has asked the customer to authenticate, while it is waited for. */
        CHALLENGES,
        /** That a page has ended because nobody paid it in time. */
        EXPIRY,
        /** In which currency money was taken. */
        CURRENCY
    }

    public Traits {
        otherPrices = List.copyOf(otherPrices);
        tells = Set.copyOf(tells);
    }

    public static Traits of(Money price, Money... otherPrices) {
        return new Traits(price, List.of(otherPrices), Declines.LEAVE_THE_PAGE_OPEN, Set.of(Tells.CURRENCY));
    }

    public Traits with(Declines other) {
        return new Traits(price, otherPrices, other, tells);
    }

    /** Of these and of nothing else. */
    public Traits telling(Tells... all) {
        return new Traits(price, otherPrices, declines, Set.of(all));
    }

    List<Money> prices() {
        var prices = new ArrayList<Money>();
        prices.add(price);
        prices.addAll(otherPrices);
        return prices;
    }
}
