package io.mizan.gateways.stripe;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of one call to Stripe, before anybody asks what it means. */
sealed interface StripeReply {
    /**
     * Somebody answered; not necessarily Stripe.
     *
     * @param requestId how Stripe names the call
     * @param retryAfter the wait that it asks for
     * @param date when it answered, by its own clock
     */
    record Answered(
            int status, Optional<String> requestId, Optional<Duration> retryAfter, Optional<Instant> date, String body)
            implements StripeReply {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** Nothing was sent: no connection came about. */
    record NotReached(String cause) implements StripeReply {}

    /** It was sent, or may have been, and no whole answer came. */
    record Unanswered(String cause) implements StripeReply {}
}
