package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.explanation.GivenBack;
import io.mizan.fact.RecordedFact;
import io.mizan.money.Money;
import java.util.List;
import java.util.Optional;

/** How much of what was collected for an order the customer has back, by whoever refunded it, as far as gateways have told. */
enum Refunded {
    NOTHING,
    PART,
    /** Nothing will be left once what is on its way has arrived. */
    ALL_ON_ITS_WAY,
    ALL;

    static Refunded of(Money captured, List<AttemptSnapshot> attempts, List<RecordedFact> facts) {
        var givenBack = GivenBack.of(attempts, facts);
        var expected = GivenBack.sum(givenBack, captured.currency());
        if (!captured.isPositive() || expected.isZero()) {
            return NOTHING;
        }
        if (expected.compareTo(captured) < 0) {
            return PART;
        }
        return GivenBack.certain(givenBack, captured.currency()).compareTo(captured) < 0 ? ALL_ON_ITS_WAY : ALL;
    }

    Optional<CheckoutStatus.GivenBack> told() {
        return switch (this) {
            case NOTHING -> Optional.empty();
            case PART -> Optional.of(CheckoutStatus.GivenBack.PART);
            case ALL_ON_ITS_WAY, ALL -> Optional.of(CheckoutStatus.GivenBack.ALL);
        };
    }

    /** @param received what a customer reads of the payment as long as nothing of it was given back */
    String message(String received, String locale) {
        return switch (this) {
            case NOTHING -> received;
            case PART -> received + " " + CustomerMessages.text("status.partly_refunded", locale);
            case ALL_ON_ITS_WAY -> CustomerMessages.text("status.refunding", locale);
            case ALL -> CustomerMessages.text("status.refunded", locale);
        };
    }
}
