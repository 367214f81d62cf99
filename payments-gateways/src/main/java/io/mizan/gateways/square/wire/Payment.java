package io.mizan.gateways.square.wire;

import io.mizan.gateways.json.JsonDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One payment: on a payment link, one card that a customer tried.
 *
 * @param status {@code APPROVED}, {@code PENDING}, {@code COMPLETED}, {@code CANCELED} or {@code FAILED}
 * @param referenceId what we called the order, where Square passes it on
 * @param note what we wrote on the link as the payment's note
 * @param capturedAt when the card was charged
 * @param errorCode why a card was declined
 * @param refundIds of the refunds of it so far
 */
public record Payment(
        String id,
        String status,
        Amount amount,
        Optional<String> orderId,
        Optional<String> referenceId,
        Optional<String> note,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Optional<Instant> capturedAt,
        Optional<String> errorCode,
        List<String> refundIds) {
    public static Payment of(JsonDocument payment) {
        var card = payment.object("card_details");
        return new Payment(
                Ids.requiredId(payment, "id"),
                payment.requiredText("status"),
                Amount.of(payment.requiredObject("amount_money")),
                Ids.id(payment, "order_id"),
                payment.text("reference_id"),
                payment.text("note"),
                payment.instant("created_at"),
                payment.instant("updated_at"),
                card.flatMap(it -> it.object("card_payment_timeline")).flatMap(it -> it.instant("captured_at")),
                card.flatMap(it -> it.objects("errors").stream().findFirst()).flatMap(it -> it.text("code")),
                payment.strings("refund_ids").stream().filter(Ids::isOne).toList());
    }
}
