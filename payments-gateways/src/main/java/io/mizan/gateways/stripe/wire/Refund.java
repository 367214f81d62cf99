package io.mizan.gateways.stripe.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code refund} object: one giving back, of all or of a part of a charge.
 *
 * @param status {@code pending}, {@code requires_action}, {@code succeeded}, {@code failed} or {@code canceled}
 * @param amount in Stripe's unit of {@code currency}
 * @param paymentIntent absent for a charge that was made without one
 * @param balanceTransaction by which our balance bore it; absent if it bore nothing
 * @param reason ours, or Stripe's for what it makes of an authorization that ran out or was captured in part
 * @param failureReason why the money came back to us
 */
public record Refund(
        String id,
        String status,
        String currency,
        long amount,
        Optional<Instant> created,
        Optional<String> charge,
        Optional<String> paymentIntent,
        Optional<String> balanceTransaction,
        Optional<String> reason,
        Optional<String> failureReason,
        Metadata metadata) {
    public static final String OBJECT = "refund";

    private static final Set<String> RELEASES = Set.of("expired_uncaptured_charge", "partial_capture");

    public static Refund of(Document refund) {
        return new Refund(
                refund.requiredId("id"),
                refund.requiredText("status"),
                refund.requiredText("currency"),
                refund.requiredNumber("amount"),
                refund.time("created"),
                refund.expandableId("charge"),
                refund.expandableId("payment_intent"),
                refund.expandableId("balance_transaction"),
                refund.text("reason"),
                refund.text("failure_reason"),
                Metadata.of(refund));
    }

    /** The refunds of a list, in Stripe's order: the newest first. */
    public static List<Refund> listedIn(Document list) {
        return list.objects("data").stream().map(Refund::of).toList();
    }

    /**
     * Nothing was collected, so nothing is given back: Stripe's way of telling that funds are no longer held, of a whole
     * authorization or of what a capture of a part left. Our balance bears none of it.
     */
    public boolean isReleaseOfHeldFunds() {
        return reason.filter(RELEASES::contains).isPresent()
                || (status.equals("succeeded") && balanceTransaction.isEmpty());
    }
}
