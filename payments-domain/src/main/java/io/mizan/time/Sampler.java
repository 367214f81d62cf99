package io.mizan.time;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Lets one in a while through, so that whoever can provoke a line cannot fill the log. Safe for use by many threads. */
public final class Sampler {
    /** Often enough to see that something goes on, and seldom enough for whatever a stranger sends. */
    private static final Duration USUAL = Duration.ofSeconds(10);

    private final long quietNanos;
    private final LongSupplier nanoTime;
    private final AtomicLong lastNanos;
    private final AtomicLong passedOver = new AtomicLong();

    /** One in ten seconds. */
    public Sampler() {
        this(USUAL, System::nanoTime);
    }

    Sampler(Duration quiet, LongSupplier nanoTime) {
        this.quietNanos = quiet.toNanos();
        this.nanoTime = nanoTime;
        this.lastNanos = new AtomicLong(nanoTime.getAsLong() - quietNanos);
    }

    /** How many were passed over since the last one that was let through; empty if this one is passed over too. */
    public OptionalLong take() {
        long now = nanoTime.getAsLong();
        long last = lastNanos.get();
        if (now - last < quietNanos || !lastNanos.compareAndSet(last, now)) {
            passedOver.incrementAndGet();
            return OptionalLong.empty();
        }
        return OptionalLong.of(passedOver.getAndSet(0));
    }
}
