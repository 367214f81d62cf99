package io.mizan.gateways.stripe.wire;

import java.util.Optional;

/**
 * An {@code error} object: the answer to a refused request, or why the latest try of a payment intent failed.
 *
 * @param type {@code api_error}, {@code card_error}, {@code idempotency_error} or {@code invalid_request_error}
 * @param code what is wrong
 * @param declineCode the issuer's reason, for some card errors
 * @param charge the failed charge; absent where no issuer was asked
 * @param paymentMethod id of the means of payment that failed
 */
public record PaymentError(
        String type,
        Optional<String> code,
        Optional<String> declineCode,
        Optional<String> param,
        Optional<String> charge,
        Optional<String> paymentMethod) {
    static PaymentError of(Document error) {
        return new PaymentError(
                error.requiredText("type"),
                error.text("code"),
                error.text("decline_code"),
                error.text("param"),
                error.expandableId("charge"),
                error.expandableId("payment_method"));
    }

    /**
     * Reads the body of a refusal.
     *
     * @return empty if it is not one of Stripe's, so that somebody in between has answered
     */
    public static Optional<PaymentError> answeredIn(byte[] body) {
        try {
            return Document.parse(body).object("error").map(PaymentError::of);
        } catch (IllegalArgumentException notStripes) {
            return Optional.empty();
        }
    }

    /** The most telling word of it. */
    public String word() {
        return declineCode.or(() -> code).orElse(type);
    }
}
