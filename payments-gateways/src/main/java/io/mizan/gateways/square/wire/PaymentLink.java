package io.mizan.gateways.square.wire;

import io.mizan.gateways.json.JsonDocument;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment link.
 *
 * @param url where the customer pays; opaque
 */
public record PaymentLink(String id, String orderId, URI url, Optional<Instant> createdAt) {
    public static PaymentLink of(JsonDocument link) {
        return new PaymentLink(
                Ids.requiredId(link, "id"),
                Ids.requiredId(link, "order_id"),
                URI.create(link.requiredText("url")),
                link.instant("created_at"));
    }
}
