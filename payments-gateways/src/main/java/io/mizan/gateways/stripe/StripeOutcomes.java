package io.mizan.gateways.stripe;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.stripe.wire.PaymentError;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a call that Stripe did not simply answer comes to. Whatever is in doubt is unknown, never a no. */
final class StripeOutcomes {
    private static final Logger LOG = Logger.getLogger(StripeOutcomes.class.getName());

    /** What Stripe's page of error codes lists for requests like ours that do not fit what they are about. */
    private static final Set<String> UNFITTING = Set.of(
            "amount_too_large",
            "amount_too_small",
            "charge_already_captured",
            "charge_already_refunded",
            "charge_disputed",
            "charge_expired_for_capture",
            "charge_not_refundable",
            "invalid_charge_amount",
            "invalid_charge_amount_no_decimal_compatible",
            "parameter_invalid_empty",
            "parameter_invalid_integer",
            "parameter_invalid_string_blank",
            "parameter_invalid_string_empty",
            "parameter_missing",
            "parameter_unknown",
            "parameters_exclusive",
            "payment_intent_unexpected_state",
            "refund_disputed_payment",
            "resource_missing",
            "url_invalid");

    private StripeOutcomes() {}

    /** @throws IllegalArgumentException if the reply is a success */
    static GatewayResult of(StripeReply reply) {
        if (reply instanceof StripeReply.NotReached notReached) {
            LOG.log(Level.WARNING, "event=stripe.not_reached cause={0}", notReached.cause());
            return new GatewayResult.Retryable(FailureCategory.NETWORK, Optional.empty());
        }
        if (reply instanceof StripeReply.Unanswered unanswered) {
            LOG.log(Level.WARNING, "event=stripe.unanswered cause={0}", Words.forLog(unanswered.cause()));
            return new GatewayResult.Unknown(Words.kept(unanswered.cause()));
        }
        var answer = (StripeReply.Answered) reply;
        if (answer.isSuccess()) {
            throw new IllegalArgumentException("Stripe did what it was asked");
        }
        log(answer);
        return refusal(answer, error(answer));
    }

    /** Codes only: Stripe's messages quote what they refuse. */
    static void log(StripeReply.Answered refusal) {
        var error = error(refusal);
        LOG.log(Level.WARNING, "event=stripe.refused status={0} code={1} param={2} request={3}", new Object[] {
            refusal.status(),
            error.map(PaymentError::word).map(Words::forLog).orElse("-"),
            error.flatMap(PaymentError::param).map(Words::forLog).orElse("-"),
            refusal.requestId().orElse("-")
        });
    }

    static Optional<PaymentError> error(StripeReply.Answered answer) {
        return PaymentError.answeredIn(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static GatewayResult refusal(StripeReply.Answered answer, Optional<PaymentError> error) {
        var code = error.flatMap(PaymentError::code).orElse("");
        // Turned away at the door, or by a lock that another request holds: this one has done nothing.
        if (answer.status() == 429 || code.equals("lock_timeout")) {
            return new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, answer.retryAfter());
        }
        if (isDefiniteNo(answer.status()) && error.isPresent()) {
            return declined(answer.status(), error.get());
        }
        var said = error.map(PaymentError::word).orElse("no error of Stripe's");
        return new GatewayResult.Unknown(
                Words.kept("http " + answer.status() + ": " + said), answer.status() >= 400 && answer.status() < 500);
    }

    /**
     * The statuses with which Stripe says no. Not among them: 409 {@code idempotency_key_in_use}, for an earlier
     * sending under the same key is at work this very moment and may succeed, so that "certainly did not act" would be
     * wrong; the same request, sent later under the same key, gets that one's answer. Nor 408 and 424, which end
     * somewhere in the middle.
     */
    private static boolean isDefiniteNo(int status) {
        return switch (status) {
            case 400, 401, 402, 403, 404 -> true;
            default -> false;
        };
    }

    private static GatewayResult declined(int status, PaymentError error) {
        return new GatewayResult.Declined(category(status, error), Words.kept(error.word()), isUnlisted(status, error));
    }

    /** Of a key that is not taken and of a key used twice the category is certain, whatever the code. */
    private static boolean isUnlisted(int status, PaymentError error) {
        return status != 401
                && status != 403
                && !error.type().equals("idempotency_error")
                && error.code().isPresent()
                && StripeDeclines.known(error.word()).isEmpty()
                && !UNFITTING.contains(error.word());
    }

    private static FailureCategory category(int status, PaymentError error) {
        if (status == 401 || status == 403) {
            return FailureCategory.AUTHENTICATION;
        }
        if (status == 402 || error.type().equals("card_error")) {
            return StripeDeclines.category(error.word());
        }
        if (error.type().equals("idempotency_error")) {
            return FailureCategory.DUPLICATE;
        }
        return StripeDeclines.known(error.word()).orElse(FailureCategory.VALIDATION);
    }
}
