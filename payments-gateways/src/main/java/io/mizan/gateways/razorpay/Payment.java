package io.mizan.gateways.razorpay;

import io.mizan.gateways.json.JsonDocument;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Razorpay's payment: one try of a customer's.
 *
 * @param status {@code created}, {@code authorized}, {@code captured}, {@code refunded} or {@code failed}
 * @param wasCaptured whether it was ever collected; one that was not goes back by itself and is {@code refunded} then
 * @param manual whether it is ours to collect it
 * @param hasRefunds whether any of it was given back, or is about to be
 */
record Payment(
        String id,
        Optional<String> order,
        String status,
        Money amount,
        boolean wasCaptured,
        boolean manual,
        boolean hasRefunds,
        Optional<Instant> createdAt,
        Optional<AttemptId> mark,
        Optional<String> errorCode,
        Optional<String> errorReason) {
    static Payment of(JsonDocument payment) {
        var status = payment.requiredText("status");
        return new Payment(
                RazorpayRequests.checked(payment.requiredText("id")),
                payment.text("order_id").map(RazorpayRequests::checked),
                status,
                RazorpayAmounts.read(payment),
                status.equals("captured") || (status.equals("refunded") && Entities.yes(payment, "captured")),
                Entities.note(payment, RazorpayRequests.CAPTURE_NOTE)
                        .filter(RazorpayRequests.MANUAL::equals)
                        .isPresent(),
                payment.number("amount_refunded").orElse(0L) > 0
                        || payment.text("refund_status").isPresent(),
                payment.epochSecond("created_at"),
                Entities.mark(payment),
                payment.text("error_code"),
                payment.text("error_reason"));
    }

    boolean isAuthorized() {
        return status.equals("authorized");
    }

    /** A try that took nothing; a bank may still change its mind about one that failed. */
    boolean isOver() {
        return status.equals("failed") || wentBack();
    }

    /** Nobody collected it in time, and it went back to the customer. */
    boolean wentBack() {
        return status.equals("refunded") && !wasCaptured;
    }
}
