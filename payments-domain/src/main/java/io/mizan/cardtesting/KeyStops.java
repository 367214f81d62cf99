package io.mizan.cardtesting;

import static jakarta.transaction.Transactional.TxType.REQUIRES_NEW;

import io.mizan.id.Ids;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The times during which keys take no new attempts. */
@ApplicationScoped
public class KeyStops {
    private final Sql sql;
    private final Ids ids;

    /** For the proxy of the container only. */
    protected KeyStops() {
        this(null, null);
    }

    @Inject
    public KeyStops(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /** When the latest stop of a key ends, or ended. */
    Optional<Instant> latestEnd(UUID apiKey) {
        return sql.first(
                "SELECT ends_at FROM key_stop WHERE api_key_id = ? ORDER BY ends_at DESC LIMIT 1",
                row -> row.instant("ends_at"),
                apiKey);
    }

    List<KeyStop> at(Instant now) {
        return sql.list(
                "SELECT api_key_id, stopped_at, ends_at, declined, tries FROM key_stop WHERE ends_at > ?"
                        + " ORDER BY ends_at LIMIT 500",
                row -> new KeyStop(
                        row.id("api_key_id"),
                        row.instant("stopped_at"),
                        row.instant("ends_at"),
                        row.integer("declined"),
                        row.integer("tries")),
                now);
    }

    /** Stops a key unless it is stopped already: of two servers that see the same at once, one does it. */
    @Transactional(REQUIRES_NEW)
    public boolean stop(KeyStop stop) {
        sql.first("SELECT id FROM api_key WHERE id = ? FOR UPDATE", row -> row.id("id"), stop.apiKey());
        boolean isStopped = latestEnd(stop.apiKey())
                .filter(end -> end.isAfter(stop.stoppedAt()))
                .isPresent();
        if (!isStopped) {
            sql.update(
                    "INSERT INTO key_stop (id, api_key_id, stopped_at, ends_at, declined, tries) VALUES (?, ?, ?, ?, ?, ?)",
                    ids.next(),
                    stop.apiKey(),
                    stop.stoppedAt(),
                    stop.endsAt(),
                    stop.declined(),
                    stop.tries());
        }
        return !isStopped;
    }

    /** @return whether there was anything to end */
    boolean end(UUID apiKey, UUID staff, Instant now) {
        return sql.update(
                        "UPDATE key_stop SET ends_at = ?, ended_by = ? WHERE api_key_id = ? AND ends_at > ?",
                        now,
                        staff,
                        apiKey,
                        now)
                > 0;
    }
}
