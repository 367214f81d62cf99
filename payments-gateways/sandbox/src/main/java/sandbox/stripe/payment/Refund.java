package sandbox.stripe.payment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One giving back, of all or of a part of a charge, or what a capture of a part let go of, which is told in the same way.
 *
 * @param id {@code re_…}, {@code pyr_…} of a bank debit
 * @param minor in minor units of the charge's currency
 * @param reason as the merchant gave it, or {@code partial_capture}
 * @param balanceTransaction the movement on the merchant's balance; absent where nothing was collected before
 * @param failureReason why the money came back to the merchant
 */
public record Refund(
        String id,
        String chargeId,
        Instant createdAt,
        long minor,
        RefundStatus status,
        Optional<String> reason,
        Map<String, String> metadata,
        Optional<String> balanceTransaction,
        Optional<String> failureReason) {
    /** Of what an authorization still held when less was captured. */
    static Refund released(String id, Charge charge, Instant now, long minor) {
        return new Refund(
                id,
                charge.id(),
                now,
                minor,
                RefundStatus.SUCCEEDED,
                Optional.of("partial_capture"),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    Refund ended(RefundStatus end, Optional<String> why) {
        return new Refund(id, chargeId, createdAt, minor, end, reason, metadata, balanceTransaction, why);
    }

    /** Whether its amount is gone from the charge; a failed one has come back. */
    boolean counts() {
        return status != RefundStatus.FAILED;
    }
}
