package io.mizan.gateways.razorpay;

import io.mizan.gateways.json.JsonDocument;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Razorpay's refund.
 *
 * @param status {@code pending}, {@code processed} or {@code failed}
 * @param receipt our name of it
 */
record Refund(
        String id,
        Optional<String> payment,
        String status,
        Money amount,
        Optional<String> receipt,
        Optional<Instant> createdAt,
        Optional<AttemptId> mark) {
    static Refund of(JsonDocument refund) {
        return new Refund(
                RazorpayRequests.checked(refund.requiredText("id")),
                refund.text("payment_id").map(RazorpayRequests::checked),
                refund.requiredText("status"),
                RazorpayAmounts.read(refund),
                refund.text("receipt"),
                refund.epochSecond("created_at"),
                Entities.mark(refund));
    }
}
