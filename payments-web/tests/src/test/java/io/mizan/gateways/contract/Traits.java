package io.mizan.gateways.contract;

import io.mizan.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What is true of one provider and not of all. What a gateway can do is not among it: that the adapter declares, and the
 * contract's parts that a test class implements say it.
 *
 * @param price what a payment of the contract costs
 * @param otherPrices what else is paid once, so that with {@code price} there is one for every number of decimals that the
 *     provider takes
 * @param declines what a declined card does
 */
public record Traits(Money price, List<Money> otherPrices, Declines declines) {
    /** What a declined card does, and who tells it. */
    public enum Declines {
        /** The page takes another card, and callbacks and inquiries both tell of the decline. */
        LEAVE_THE_PAGE_OPEN,
        /** The page takes another card, and of the decline only a callback tells. */
        TOLD_BY_CALLBACK_ONLY,
        /** The attempt is over. */
        END_THE_ATTEMPT
    }

    public Traits {
        otherPrices = List.copyOf(otherPrices);
    }

    public static Traits of(Money price, Money... otherPrices) {
        return new Traits(price, List.of(otherPrices), Declines.LEAVE_THE_PAGE_OPEN);
    }

    public Traits with(Declines other) {
        return new Traits(price, otherPrices, other);
    }

    List<Money> prices() {
        var prices = new ArrayList<Money>();
        prices.add(price);
        prices.addAll(otherPrices);
        return prices;
    }
}
