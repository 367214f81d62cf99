package sandbox.stripe.payment;

import java.time.Instant;
import java.util.Optional;

/** What giving back makes of a checkout: the rules of it, and which events tell of it is {@link PaymentCourse}'s. */
final class RefundCourse {
    private final Checkout checkout;
    private final Instant now;
    private final Ids ids;

    RefundCourse(Checkout checkout, Instant now, Ids ids) {
        this.checkout = checkout;
        this.now = now;
        this.ids = ids;
    }

    /** @throws PaymentRefused if there is not so much to give back */
    Refund begun(Charge charge, RefundTerms terms) {
        if (!charge.captured() || charge.status() != ChargeStatus.SUCCEEDED) {
            throw new PaymentRefused("", "This charge was not captured, so there is nothing to refund.");
        }
        var left = charge.amount().minor() - checkout.refunded(charge.id());
        if (left == 0) {
            throw new PaymentRefused(
                    "charge_already_refunded", "Charge " + charge.id() + " has already been refunded.");
        }
        var minor = terms.minor().orElse(left);
        if (minor > left) {
            throw new PaymentRefused("amount_too_large", "The refund is more than what is left of the charge.");
        }
        return new Refund(
                ids.refund(charge.method()),
                charge.id(),
                now,
                minor,
                TestCards.refundWaits(charge.method()) ? RefundStatus.PENDING : RefundStatus.SUCCEEDED,
                terms.reason(),
                terms.metadata(),
                Optional.of(ids.balanceTransaction()),
                Optional.empty());
    }

    /**
     * How the latest refund ends.
     *
     * @throws PaymentRefused if there is none, it failed before, or it succeeded and shall again
     */
    Refund ended(boolean succeeded) {
        var refund = checkout.refunds().stream()
                .filter(it -> it.balanceTransaction().isPresent())
                .reduce((earlier, later) -> later)
                .filter(it -> it.status() == RefundStatus.PENDING || (it.counts() && !succeeded))
                .orElseThrow(() -> new PaymentRefused("", "No refund of this checkout can end so."));
        return succeeded
                ? refund.ended(RefundStatus.SUCCEEDED, Optional.empty())
                : refund.ended(RefundStatus.FAILED, Optional.of("lost_or_stolen_card"));
    }
}
