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

    /** The provider certainly said no, and will say so again. {@code providerCode} is its own word for it. */
    record Declined(FailureCategory category, String providerCode) implements GatewayResult {}

    /** The provider knows nothing of what we asked about. Soon after a call this proves nothing. */
    record NotFound() implements GatewayResult {}

    /**
     * The provider certainly did not act (429, connection refused): the same may be sent again.
     *
     * @param after the wait that the provider asks for
     */
    record Retryable(FailureCategory category, Optional<Duration> after) implements GatewayResult {}

    /** Asked and not answered (time-out, 5xx): it may or may not have happened. {@code cause} is for the timeline. */
    record Unknown(String cause) implements GatewayResult {
        /** There is no way to ask, so nobody was asked. */
        public static final String NOT_ASKED = "cannot_tell";
    }
}
