package io.mizan.gateways.square.wire;

import io.mizan.gateways.json.JsonDocument;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The order behind a payment link.
 *
 * @param state {@code DRAFT}, {@code OPEN}, {@code COMPLETED} or {@code CANCELED}; says nothing of the payment
 * @param total what Square sums the order to, its own taxes included
 * @param paymentIds of the payments that count towards it; declined cards are not among them
 */
public record Order(
        String id,
        Optional<String> state,
        Optional<Amount> total,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        List<String> paymentIds) {
    public static Order of(JsonDocument order) {
        return new Order(
                Ids.requiredId(order, "id"),
                order.text("state"),
                order.object("total_money").map(Amount::of),
                order.instant("created_at"),
                order.instant("updated_at"),
                order.objects("tenders").stream()
                        .flatMap(tender -> Ids.id(tender, "payment_id").or(() -> Ids.id(tender, "id")).stream())
                        .toList());
    }

    /** The short record of an order that its events carry. */
    public static Order ofChange(JsonDocument change) {
        return new Order(
                Ids.requiredId(change, "order_id"),
                change.text("state"),
                Optional.empty(),
                change.instant("created_at"),
                change.instant("updated_at"),
                List.of());
    }

    public boolean isCanceled() {
        return state.filter("CANCELED"::equals).isPresent();
    }
}
