package sandbox.stripe.payment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One giving back, of all or of a part of a charge.
 *
 * @param id {@code re_…}, {@code pyr_…} of a bank debit
 * @param minor in minor units of the charge's currency
 * @param reason as the merchant gave it
 * @param balanceTransaction the movement on the merchant's balance
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
        String balanceTransaction,
        Optional<String> failureReason) {
    Refund ended(RefundStatus end, Optional<String> why) {
        return new Refund(id, chargeId, createdAt, minor, end, reason, metadata, balanceTransaction, why);
    }

    /** Whether its amount is gone from the charge; a failed one has come back. */
    boolean counts() {
        return status != RefundStatus.FAILED;
    }
}
