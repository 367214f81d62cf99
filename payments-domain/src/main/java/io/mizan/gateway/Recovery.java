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
     * Ask for the object by the reference that we gave it.
     *
     * @param visibleAfter how long "not found" still means nothing, counted from the sending
     */
    record InquireByOurReference(Duration visibleAfter) implements Recovery {}

    /** Nobody but a person can find out. */
    record Human() implements Recovery {}
}
