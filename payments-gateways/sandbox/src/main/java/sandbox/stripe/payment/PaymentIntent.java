package sandbox.stripe.payment;

import java.time.Instant;
import java.util.Optional;

/**
 * The one intent of a checkout; it exists from the customer's first try to pay.
 *
 * @param id {@code pi_…}
 * @param capturable what a capture may still take, in minor units
 * @param received what was taken, in minor units
 * @param latestCharge the last try, absent before the first that reached an issuer
 * @param lastError why the last try failed; absent after a success
 * @param lastErrorCharge the charge of that try, absent if no issuer was asked
 * @param methodId the payment method in use, or after a failed authentication the one that failed
 */
public record PaymentIntent(
        String id,
        Instant createdAt,
        Amount amount,
        IntentStatus status,
        long capturable,
        long received,
        Optional<String> latestCharge,
        Optional<Decline> lastError,
        Optional<String> lastErrorCharge,
        Optional<String> methodId,
        Optional<Instant> canceledAt,
        Optional<String> cancellationReason) {
    static PaymentIntent created(String id, Instant now, Amount amount) {
        return new PaymentIntent(
                id,
                now,
                amount,
                IntentStatus.REQUIRES_PAYMENT_METHOD,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    PaymentIntent costing(Amount other) {
        return new PaymentIntent(
                id,
                createdAt,
                other,
                status,
                capturable,
                received,
                latestCharge,
                lastError,
                lastErrorCharge,
                methodId,
                canceledAt,
                cancellationReason);
    }

    PaymentIntent challenged(String method) {
        return new PaymentIntent(
                id,
                createdAt,
                amount,
                IntentStatus.REQUIRES_ACTION,
                0,
                0,
                latestCharge,
                Optional.empty(),
                Optional.empty(),
                Optional.of(method),
                Optional.empty(),
                Optional.empty());
    }

    /** An issuer or a bank is working on it, has promised the money, or has paid it. */
    PaymentIntent charged(IntentStatus outcome, Charge charge, long capturableMinor, long receivedMinor) {
        return new PaymentIntent(
                id,
                createdAt,
                amount,
                outcome,
                capturableMinor,
                receivedMinor,
                Optional.of(charge.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(charge.method().id()),
                Optional.empty(),
                Optional.empty());
    }

    /** The try failed; the customer may use another payment method. */
    PaymentIntent declined(Decline reason, Optional<String> charge) {
        return new PaymentIntent(
                id,
                createdAt,
                amount,
                IntentStatus.REQUIRES_PAYMENT_METHOD,
                0,
                0,
                charge.or(() -> latestCharge),
                Optional.of(reason),
                charge,
                methodId,
                Optional.empty(),
                Optional.empty());
    }

    PaymentIntent canceled(Instant at, Optional<String> reason) {
        return new PaymentIntent(
                id,
                createdAt,
                amount,
                IntentStatus.CANCELED,
                0,
                received,
                latestCharge,
                lastError,
                lastErrorCharge,
                methodId,
                Optional.of(at),
                reason);
    }

    boolean isFinal() {
        return status == IntentStatus.SUCCEEDED || status == IntentStatus.CANCELED;
    }
}
