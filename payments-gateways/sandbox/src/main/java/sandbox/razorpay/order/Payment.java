package sandbox.razorpay.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One try to pay an order.
 *
 * @param status authorized, captured, failed, or refunded once all of it is
 * @param captured whether it was ever collected
 * @param reason why it failed
 */
public record Payment(
        String id,
        long amount,
        String currency,
        String method,
        String status,
        boolean captured,
        Optional<String> reason,
        Map<String, String> notes,
        List<Refund> refunds,
        Instant createdAt) {
    /**
     * Money given back.
     *
     * @param status {@code processed} or {@code failed}
     */
    public record Refund(
            String id,
            long amount,
            String status,
            Optional<String> receipt,
            Map<String, String> notes,
            Instant createdAt) {
        Refund failed() {
            return new Refund(id, amount, "failed", receipt, notes, createdAt);
        }
    }

    public boolean isAuthorized() {
        return status.equals("authorized");
    }

    public boolean isFailed() {
        return status.equals("failed");
    }

    public long refunded() {
        return refunds.stream()
                .filter(refund -> !refund.status().equals("failed"))
                .mapToLong(Refund::amount)
                .sum();
    }

    Payment turned(String newStatus, boolean nowCaptured) {
        return new Payment(
                id,
                amount,
                currency,
                method,
                newStatus,
                nowCaptured,
                newStatus.equals("failed") ? reason : Optional.empty(),
                notes,
                refunds,
                createdAt);
    }

    /** With the refund of that id replaced, or added. */
    Payment with(Refund refund) {
        var changed = new ArrayList<>(refunds);
        changed.replaceAll(it -> it.id().equals(refund.id()) ? refund : it);
        if (!changed.contains(refund)) {
            changed.add(refund);
        }
        return new Payment(id, amount, currency, method, status, captured, reason, notes, changed, createdAt);
    }
}
