package sandbox.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import sandbox.database.Database;

/**
 * Tells what time it is at the provider. Sessions expire, authorizations lapse, deliveries are retried and signatures are
 * stamped by it; only HTTP time-outs and held answers stay on real time.
 */
@ApplicationScoped
public class SimulatedClock {
    private final AtomicReference<Duration> offset = new AtomicReference<>();

    @Inject
    Database database;

    /** Now, to the millisecond: what is written equals what is read. */
    public Instant now() {
        return Instant.now().plus(offset()).truncatedTo(ChronoUnit.MILLIS);
    }

    public Duration offset() {
        var known = offset.get();
        return known == null ? offset.updateAndGet(unset -> unset == null ? stored() : unset) : known;
    }

    /** Moves the clock to the system's time plus this; the offset outlives a restart. */
    public void moveTo(Duration newOffset) {
        database.update(
                "INSERT INTO simulated_clock (id, offset_seconds) VALUES (1, ?)"
                        + " ON DUPLICATE KEY UPDATE offset_seconds = VALUES(offset_seconds)",
                newOffset.toSeconds());
        offset.set(Duration.ofSeconds(newOffset.toSeconds()));
    }

    private Duration stored() {
        return database.one(
                        "SELECT offset_seconds FROM simulated_clock WHERE id = 1",
                        row -> Duration.ofSeconds(row.getLong(1)))
                .orElse(Duration.ZERO);
    }
}
