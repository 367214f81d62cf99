package io.mizan.time;

import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;

/**
 * The offset of a sandbox's clock as a row, so that all instances share it and it survives a restart. Read at the start
 * of each request and tick; moved forward only.
 */
@ApplicationScoped
public class SandboxTime {
    private final Sql sql;
    private final MizanClock clock;

    /** For the proxy of the container only. */
    protected SandboxTime() {
        this(null, null);
    }

    @Inject
    public SandboxTime(Sql sql, MizanClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes over the offset that is stored. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void read() {
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
        read();
        return clock.offset();
    }
}
