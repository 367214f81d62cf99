package io.mizan.gateways.razorpay;

import io.mizan.gateways.json.JsonDocument;
import io.mizan.id.AttemptId;
import java.time.Instant;
import java.util.Optional;

/** Razorpay's order: what a customer can pay, once. */
record Order(String id, Optional<Instant> createdAt, Optional<AttemptId> mark) {
    static Order of(JsonDocument order) {
        return new Order(
                RazorpayRequests.checked(order.requiredText("id")),
                order.epochSecond("created_at"),
                order.text("receipt").flatMap(Entities::attempt).or(() -> Entities.mark(order)));
    }
}
