package io.mizan.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still but for a moment with each look, so that what comes later is later, and jumps when it is told to. */
final class SimulatedClock extends Clock {
    private static final Duration MOMENT = Duration.ofNanos(113_000);

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    @Override
    public Instant instant() {
        now = now.plus(MOMENT);
        return now;
    }

    /** Without the look taking any time. */
    Instant now() {
        return now;
    }

    void forward(Duration by) {
        now = now.plus(by);
    }

    void forwardTo(Instant later) {
        if (later.isAfter(now)) {
            now = later;
        }
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
