package sandbox.paypal.order;

import java.time.Instant;

/**
 * Funds that are held.
 *
 * @param status {@code CREATED}, {@code PARTIALLY_CAPTURED}, {@code CAPTURED} or {@code VOIDED}
 */
public record Authorization(
        String id, String status, Sum amount, Instant createdAt, Instant updatedAt, Instant expiresAt) {
    Authorization turned(String newStatus, Instant now) {
        return new Authorization(id, newStatus, amount, createdAt, now, expiresAt);
    }

    boolean isOpen() {
        return status.equals("CREATED") || status.equals("PARTIALLY_CAPTURED");
    }
}
