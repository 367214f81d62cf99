package io.mizan.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Stands still until a test moves it, for whichever thread looks. */
public final class HandClock extends Clock {
    private final AtomicReference<Instant> now;

    public HandClock() {
        this(Instant.parse("2026-03-01T08:00:00Z"));
    }

    public HandClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    public void pass(Duration time) {
        now.updateAndGet(it -> it.plus(time));
    }

    public void moveTo(Instant time) {
        now.set(time);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
