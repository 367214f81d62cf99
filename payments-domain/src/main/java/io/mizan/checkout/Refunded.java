package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.explanation.AmountExplained;
import io.mizan.explanation.GivenBack;
import io.mizan.fact.RecordedFact;
import io.mizan.money.Money;
import io.mizan.order.OrderSnapshot;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of what was collected for an order the customer has back, by whoever refunded it, as far as gateways have told.
 *
 * @param share with what is on its way; absent: nothing
 * @param arrived whether all of it has arrived
 * @param unclaimed whether some of it waits for the customer to say where the money shall go
 */
record Refunded(Optional<CheckoutStatus.GivenBack> share, boolean arrived, boolean unclaimed) {
    static final Refunded NOTHING = new Refunded(Optional.empty(), false, false);

    static Refunded of(OrderSnapshot order, List<AttemptSnapshot> attempts, List<RecordedFact> facts) {
        var collected = AmountExplained.collected(order, attempts, facts);
        var back = GivenBack.of(attempts, facts).stream()
                .filter(one -> collected.containsKey(one.amount().currency()))
                .toList();
        if (back.isEmpty()) {
            return NOTHING;
        }
        var certain = back.stream().filter(GivenBack::certain).toList();
        var share = share(collected, back, due(order, attempts));
        return new Refunded(
                Optional.of(share), isAll(collected, certain), back.stream().anyMatch(GivenBack::unclaimed));
    }

    private static CheckoutStatus.GivenBack share(Map<Currency, Money> collected, List<GivenBack> back, Money due) {
        if (isAll(collected, back)) {
            return CheckoutStatus.GivenBack.ALL;
        }
        var ours = collected.getOrDefault(due.currency(), Money.zero(due.currency()));
        var left = ours.minus(GivenBack.sum(back, due.currency()));
        return left.compareTo(due) >= 0 ? CheckoutStatus.GivenBack.EXCESS : CheckoutStatus.GivenBack.PART;
    }

    private static boolean isAll(Map<Currency, Money> collected, List<GivenBack> back) {
        return collected.values().stream()
                .allMatch(amount -> amount.compareTo(GivenBack.sum(back, amount.currency())) <= 0);
    }

    /** What the shop may keep: less than the order's amount where it collected less by its own choice. */
    private static Money due(OrderSnapshot order, List<AttemptSnapshot> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.captured().isPositive())
                .map(AttemptSnapshot::due)
                .max(Money::compareTo)
                .orElse(order.amount());
    }

    /** @param received what a customer reads of the payment as long as nothing of it was given back */
    String message(String received, String locale) {
        if (share.isEmpty()) {
            return received;
        }
        var told =
                switch (share.get()) {
                    case EXCESS -> received + " " + CustomerMessages.text("status.excess_refunded", locale);
                    case PART -> received + " " + CustomerMessages.text("status.partly_refunded", locale);
                    case ALL -> CustomerMessages.text(allKey(), locale);
                };
        return unclaimed ? told + " " + CustomerMessages.text("status.refund_to_claim", locale) : told;
    }

    private String allKey() {
        if (arrived) {
            return "status.refunded";
        }
        return unclaimed ? "status.refund_waiting" : "status.refunding";
    }
}
