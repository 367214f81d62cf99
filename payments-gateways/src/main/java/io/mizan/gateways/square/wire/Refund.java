package io.mizan.gateways.square.wire;

import io.mizan.gateways.json.JsonDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * One refund. Its {@code order_id} is of an order of its own and not read.
 *
 * @param status {@code PENDING}, {@code COMPLETED}, {@code REJECTED} or {@code FAILED}
 */
public record Refund(
        String id,
        String status,
        Amount amount,
        Optional<String> paymentId,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt) {
    public static Refund of(JsonDocument refund) {
        return new Refund(
                Ids.requiredId(refund, "id"),
                refund.requiredText("status"),
                Amount.of(refund.requiredObject("amount_money")),
                Ids.id(refund, "payment_id"),
                refund.instant("created_at"),
                refund.instant("updated_at"));
    }
}
