package io.mizan.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The system's time plus an offset that only grows, in whole microseconds so that what is written to the database
 * equals what is read back. The offset is zero outside a sandbox.
 */
public final class MizanClock extends Clock {
    private final Clock base;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    public MizanClock(Clock base) {
        this.base = base;
    }

    /** Takes over an offset read from the database; an older one, read before a concurrent move, is passed over. */
    public void moveTo(Duration newOffset) {
        offset.accumulateAndGet(newOffset, (old, next) -> next.compareTo(old) > 0 ? next : old);
    }

    public Duration offset() {
        return offset.get();
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset.get()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** @throws IllegalArgumentException unless the zone is UTC: every instant here is told in UTC */
    @Override
    public Clock withZone(ZoneId zone) {
        if (!ZoneOffset.UTC.equals(zone)) {
            throw new IllegalArgumentException("the one clock tells UTC");
        }
        return this;
    }
}
