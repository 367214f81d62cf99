package io.mizan.gateway;

import java.time.Duration;

/** How the outcome of an operation is found out when its answer was lost. Declared by each adapter. */
public sealed interface Recovery {
    /**
     * Send the same request with the same idempotency key: the provider answers as it did the first time.
     *
     * @param validFor how long the provider keeps the key; after that only an inquiry is safe
     */
    record SameKey(Duration validFor) implements Recovery {}

    /**
     * Ask what became of it, by a reference that we gave: {@link PaymentGateway#findOut}.
     *
     * @param visibleAfter how long "not found" still means nothing, counted from the last sending
     * @param sendAgain whether it may be sent again once "not found" means no. Where the provider's view can be late by
     *     an unknown time it may not: then a person finds out
     */
    record InquireByOurReference(Duration visibleAfter, boolean sendAgain) implements Recovery {}

    /** It is made here and never on the wire: it may be made again at will, and comes out the same. */
    record Local() implements Recovery {}

    /** Nobody but a person can find out. */
    record Human() implements Recovery {}
}
