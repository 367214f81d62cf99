package io.mizan.gateways.http;

import java.time.Duration;

/** The time that calls made for one purpose may take together; runs from its making. */
public final class Budget {
    private final long started = System.nanoTime();
    private final Duration whole;

    public Budget(Duration whole) {
        this.whole = whole;
    }

    /** Zero or less when it is used up. */
    public Duration left() {
        return whole.minusNanos(System.nanoTime() - started);
    }
}
