package io.mizan.inbox;

import io.mizan.gateway.GatewayName;
import io.mizan.id.EventId;
import io.mizan.id.OrderId;
import java.time.Instant;
import java.util.Optional;

/**
 * A stored callback, without its body.
 *
 * @param sentAt when the provider says it happened
 * @param reason why it was ignored or waits
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
        Optional<Instant> sentAt,
        Instant receivedAt,
        Optional<Instant> processedAt,
        int attempts) {}
