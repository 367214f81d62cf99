package io.mizan.web.webhook;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Lets one in a while through, so that a flood cannot fill the log. */
final class Sampler {
    private final long quietNanos;
    private final LongSupplier nanoTime;
    private final AtomicLong lastNanos;
    private final AtomicLong passedOver = new AtomicLong();

    Sampler(Duration quiet, LongSupplier nanoTime) {
        this.quietNanos = quiet.toNanos();
        this.nanoTime = nanoTime;
        this.lastNanos = new AtomicLong(nanoTime.getAsLong() - quietNanos);
    }

    /** How many were passed over since the last one that was let through; empty if this one is passed over too. */
    OptionalLong take() {
        long now = nanoTime.getAsLong();
        long last = lastNanos.get();
        if (now - last < quietNanos || !lastNanos.compareAndSet(last, now)) {
            passedOver.incrementAndGet();
            return OptionalLong.empty();
        }
        return OptionalLong.of(passedOver.getAndSet(0));
    }
}
