package sandbox.paypal.order;

import java.time.Instant;

/**
 * Money that was taken, or was to be.
 *
 * @param status {@code COMPLETED}, {@code PENDING}, {@code DECLINED}, {@code PARTIALLY_REFUNDED} or {@code REFUNDED}
 * @param reason why it is pending, empty if it is not
 * @param response the processor's code for a decline, empty if there is none
 * @param last whether it ends its authorization
 */
public record Capture(
        String id,
        String status,
        Sum amount,
        Sum refunded,
        String reason,
        String response,
        boolean last,
        Instant createdAt,
        Instant updatedAt) {
    Capture turned(String newStatus, Sum newlyRefunded, Instant now) {
        return new Capture(id, newStatus, amount, newlyRefunded, "", response, last, createdAt, now);
    }

    boolean isTaken() {
        return status.equals("COMPLETED") || status.equals("PARTIALLY_REFUNDED") || status.equals("REFUNDED");
    }
}
