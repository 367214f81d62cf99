package io.mizan.web.attempt;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.time.Instant;
import java.util.Optional;

/** An attempt as the customer's browser sees it: where to pay, and no id of the provider beside. */
record BrowserAttemptView(
        AttemptId id,
        OrderId order,
        String gateway,
        Money amount,
        String state,
        boolean open,
        NextActionView nextAction,
        Optional<Instant> payUntil,
        Instant createdAt) {
    static BrowserAttemptView of(AttemptSnapshot attempt, NextActionView nextAction) {
        return new BrowserAttemptView(
                attempt.id(),
                attempt.order(),
                attempt.gateway().value(),
                attempt.amount(),
                attempt.state().code(),
                attempt.open(),
                nextAction,
                attempt.payUntil(),
                attempt.createdAt());
    }
}
