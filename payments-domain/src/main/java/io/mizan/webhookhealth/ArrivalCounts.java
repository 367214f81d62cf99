package io.mizan.webhookhealth;

import io.mizan.gateway.GatewayName;
import io.mizan.sql.LockConflicts;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts calls by what became of them. A flood of forged ones must not become a flood of rows, so they are summed in memory
 * and added to one row an hour each half minute; what a crash loses is half a minute of counting, and nothing else.
 */
@ApplicationScoped
public class ArrivalCounts {
    private static final Duration KEPT = Duration.ofDays(31);

    private final Map<Key, Sum> unwritten = new ConcurrentHashMap<>();
    private final Sql sql;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected ArrivalCounts() {
        this(null, null);
    }

    @Inject
    public ArrivalCounts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private record Key(GatewayName gateway, Arrival arrival, Instant hour) {}

    private record Sum(long calls, Instant lastAt) {
        Sum plus(Sum later) {
            return new Sum(calls + later.calls, later.lastAt.isAfter(lastAt) ? later.lastAt : lastAt);
        }
    }

    public void count(GatewayName gateway, Arrival arrival) {
        var now = clock.instant();
        unwritten.merge(new Key(gateway, arrival, now.truncatedTo(ChronoUnit.HOURS)), new Sum(1, now), Sum::plus);
    }

    /** Writes down what was counted since the last time; what cannot be written is counted on. */
    public void write() {
        for (var key : List.copyOf(unwritten.keySet())) {
            var sum = unwritten.remove(key);
            if (sum != null) {
                write(key, sum);
            }
        }
    }

    private void write(Key key, Sum sum) {
        try {
            LockConflicts.retrying(() -> sql.update(
                    "INSERT INTO callback_count (gateway, outcome, hour, calls, last_at) VALUES (?, ?, ?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE calls = calls + VALUES(calls),"
                            + " last_at = GREATEST(last_at, VALUES(last_at))",
                    key.gateway().value(),
                    key.arrival(),
                    key.hour(),
                    sum.calls(),
                    sum.lastAt()));
        } catch (RuntimeException failure) {
            unwritten.merge(key, sum, Sum::plus);
            throw failure;
        }
    }

    /** Drops counts of more than a month ago. @return how many rows, at most {@code most} */
    public int sweep(int most) {
        return sql.update(
                "DELETE FROM callback_count WHERE hour < ? ORDER BY hour LIMIT " + most,
                clock.instant().minus(KEPT));
    }
}
