package io.mizan.gateways.stripe.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * The {@code payment_intent} object: the one payment of a session, through all its tries.
 *
 * @param amountCapturable authorized and not yet captured, in Stripe's unit of {@code currency}
 * @param amountReceived captured
 * @param captureMethod {@code manual}, {@code automatic} or {@code automatic_async}
 * @param cancellationReason {@code automatic} and {@code expired} where nobody asked for it
 * @param paymentMethod id of the means of payment of the present try
 * @param lastPaymentError why the latest try failed; absent after one that did not
 * @param latestCharge id of the latest charge, failed ones included
 * @param charge the whole charge, where the answer was asked to hold it
 */
public record PaymentIntent(
        String id,
        String status,
        String currency,
        long amount,
        long amountCapturable,
        long amountReceived,
        String captureMethod,
        Optional<Instant> canceledAt,
        Optional<String> cancellationReason,
        Optional<String> paymentMethod,
        Optional<PaymentError> lastPaymentError,
        Optional<String> latestCharge,
        Optional<Charge> charge,
        Metadata metadata) {
    public static final String OBJECT = "payment_intent";

    public static PaymentIntent of(Document intent) {
        return new PaymentIntent(
                intent.requiredId("id"),
                intent.requiredText("status"),
                intent.requiredText("currency"),
                intent.requiredNumber("amount"),
                intent.number("amount_capturable").orElse(0L),
                intent.number("amount_received").orElse(0L),
                intent.text("capture_method").orElse("automatic"),
                intent.time("canceled_at"),
                intent.text("cancellation_reason"),
                intent.expandableId("payment_method"),
                intent.object("last_payment_error").map(PaymentError::of),
                intent.expandableId("latest_charge"),
                intent.expanded("latest_charge").map(Charge::of),
                Metadata.of(intent));
    }

    public boolean isCapturedByUs() {
        return captureMethod.equals("manual");
    }
}
