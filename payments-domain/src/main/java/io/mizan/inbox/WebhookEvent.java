package io.mizan.inbox;

import io.mizan.gateway.GatewayName;
import io.mizan.id.AttemptId;
import io.mizan.id.EventId;
import io.mizan.id.OrderId;
import java.time.Instant;
import java.util.Optional;

/**
 * A stored callback, or a signed return, without its body.
 *
 * @param returnOf the attempt to whose return address a browser brought it; absent if the gateway called
 * @param sentAt when the provider says it happened
 * @param reason why it was ignored or waits
 * @param lastError the kind of failure of the last try to work it
 * @param dueAt when a worker takes it up; absent if nothing is left to do
 * @param bodyKept whether its raw body was not destroyed yet
 */
public record WebhookEvent(
        EventId id,
        GatewayName gateway,
        String account,
        String providerEventId,
        String type,
        String proof,
        String bodySha256,
        WebhookState state,
        Optional<String> reason,
        Optional<OrderId> order,
        Optional<AttemptId> returnOf,
        Optional<Instant> sentAt,
        Instant receivedAt,
        Optional<Instant> processedAt,
        int attempts,
        Optional<String> lastError,
        Optional<Instant> dueAt,
        boolean bodyKept) {
    /** Of another account or of the other mode: it was put aside before anybody read it, and is never applied. */
    public boolean isForeign() {
        return state == WebhookState.IGNORED && processedAt.isEmpty();
    }
}
