package io.mizan.gateway;

import io.mizan.failure.FailureCategory;
import java.time.Duration;
import java.util.Optional;

/**
 * All that asking a gateway can come to. Only a bug, the caller's or ours, is an exception.
 *
 * <p>The distance between {@link Retryable} and {@link Unknown} is the heart of it: the first may be sent again
 * freely, the second may have moved money.
 */
public sealed interface GatewayResult {
    /** The provider did it, or answered our question. */
    record Accepted(Observation observation) implements GatewayResult {}

    /**
     * The provider certainly said no, and will say so again.
     *
     * @param providerCode its own word for it
     * @param unlisted whether no table of ours lists that word, so that the category is a guess
     */
    record Declined(FailureCategory category, String providerCode, boolean unlisted) implements GatewayResult {
        /** With a word that is listed. */
        public Declined(FailureCategory category, String providerCode) {
            this(category, providerCode, false);
        }

        /**
         * Whether it does not believe that it is us, or that we may ask: it has not even looked at what was asked. That is never
         * the customer's decline, and ends once our credentials are put right.
         */
        public boolean isTurnedAway() {
            return category == FailureCategory.AUTHENTICATION;
        }
    }

    /** The provider knows nothing of what we asked about. Soon after a call this proves nothing. */
    record NotFound() implements GatewayResult {}

    /**
     * The provider certainly did not act (429, connection refused): the same may be sent again.
     *
     * @param after the wait that the provider asks for
     * @param answered whether the provider is there, and only this request has to wait; otherwise the gateway may be away
     */
    record Retryable(FailureCategory category, Optional<Duration> after, boolean answered) implements GatewayResult {
        /** Not reached, or turned away at the door. */
        public Retryable(FailureCategory category, Optional<Duration> after) {
            this(category, after, false);
        }

        /** What the provider said was about this one request. */
        public static Retryable ofAnswer(FailureCategory category) {
            return new Retryable(category, Optional.empty(), true);
        }
    }

    /**
     * It may or may not have happened.
     *
     * @param cause for the timeline
     * @param answered whether there was an answer, and only its meaning is not clear; otherwise there was none (time-out,
     *     5xx), and the gateway may be away
     */
    record Unknown(String cause, boolean answered) implements GatewayResult {
        /** There is no way to ask, so nobody was asked. */
        public static final String NOT_ASKED = "cannot_tell";

        /** Asked, and not answered. */
        public Unknown(String cause) {
            this(cause, false);
        }

        /** There was an answer, of which we can make nothing. */
        public static Unknown ofAnswer(String cause) {
            return new Unknown(cause, true);
        }
    }
}
