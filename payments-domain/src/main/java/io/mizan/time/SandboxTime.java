package io.mizan.time;

import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The offset of a sandbox's clock as a row, so that all instances share it and it survives a restart. Read at the start
 * of each request and tick; moved forward only.
 */
@ApplicationScoped
public class SandboxTime {
    /**
     * How long what was read is believed. Whoever moves the clock waits as long before saying that it is moved: what
     * begins after that reads the new time, on every instance.
     */
    public static final Duration BELIEVED_FOR = Duration.ofMillis(20);

    private final Sql sql;
    private final MizanClock clock;
    private final AtomicLong believedUntilNanos = new AtomicLong(System.nanoTime());

    /** For the proxy of the container only. */
    protected SandboxTime() {
        this(null, null);
    }

    @Inject
    public SandboxTime(Sql sql, MizanClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes over the offset that is stored, unless it was read a moment ago. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void read() {
        long began = System.nanoTime();
        if (believedUntilNanos.get() - began <= 0) {
            take();
            // From when the reading began: what was stored after that may not be in it.
            believedUntilNanos.set(began + BELIEVED_FOR.toNanos());
        }
    }

    private void take() {
        sql.first("SELECT offset_millis FROM sandbox_clock WHERE id = 1", row -> row.number("offset_millis"))
                .ifPresent(millis -> clock.moveTo(Duration.ofMillis(millis)));
    }

    /**
     * Moves the clock of every instance forward.
     *
     * @return the offset that it has now
     * @throws IllegalArgumentException if {@code by} is negative
     */
    @Transactional
    public Duration forward(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the sandbox clock moves forward only");
        }
        sql.insertNew("INSERT INTO sandbox_clock (id, offset_millis) VALUES (1, 0)");
        sql.update("UPDATE sandbox_clock SET offset_millis = offset_millis + ? WHERE id = 1", by.toMillis());
        take();
        return clock.offset();
    }
}
