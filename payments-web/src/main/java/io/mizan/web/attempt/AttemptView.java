package io.mizan.web.attempt;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.gateway.ProviderRef;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An attempt as its merchant sees it.
 *
 * @param due what must be captured to count as paid
 * @param verdict what was captured against that
 * @param captures those that the merchant asked for, in that order
 * @param providerRefs every id by which the gateway names something of it
 */
public record AttemptView(
        AttemptId id,
        OrderId order,
        int number,
        String gateway,
        String capture,
        Money amount,
        Money due,
        Money authorized,
        Money captured,
        String state,
        boolean open,
        String verdict,
        Optional<DeclineView> lastDecline,
        List<CaptureView> captures,
        NextActionView nextAction,
        Optional<Instant> payUntil,
        Optional<Instant> supersededAt,
        Optional<Instant> returnedAt,
        List<ProviderRef> providerRefs,
        Instant createdAt) {

    /** @param code the provider's own word */
    public record DeclineView(String category, String code) {}

    static AttemptView of(
            AttemptSnapshot attempt, List<CaptureView> captures, NextActionView nextAction, List<ProviderRef> refs) {
        return new AttemptView(
                attempt.id(),
                attempt.order(),
                attempt.number(),
                attempt.gateway().value(),
                attempt.capture().code(),
                attempt.amount(),
                attempt.due(),
                attempt.authorized(),
                attempt.captured(),
                attempt.state().code(),
                attempt.open(),
                attempt.verdict().code(),
                attempt.lastDecline()
                        .map(decline -> new DeclineView(decline.category().code(), decline.code())),
                captures,
                nextAction,
                attempt.payUntil(),
                attempt.supersededAt(),
                attempt.returnedAt(),
                refs,
                attempt.createdAt());
    }
}
