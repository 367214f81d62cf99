package io.mizan.cardtesting;

import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What issuers said to the latest tries, one row each: rows are only added, so that no two orders wait for each other. */
@ApplicationScoped
public class CardTries {
    /** Longer than any window. */
    private static final Duration KEPT = Duration.ofHours(25);

    private final Sql sql;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected CardTries() {
        this(null, null);
    }

    @Inject
    public CardTries(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** How many of how many tries were declined. */
    record Tally(int declined, int tries) {}

    /**
     * Adds a try, in the transaction of the fact that told it.
     *
     * @param fact of which it is one try, however often it is told
     */
    public void add(UUID fact, UUID apiKey, boolean declined, Instant at) {
        sql.insertNew(
                "INSERT INTO card_try (id, api_key_id, declined, at) VALUES (?, ?, ?, ?)", fact, apiKey, declined, at);
    }

    /** Of the latest tries of a key, at most so many and none before that time. Reads an index alone. */
    Tally latest(UUID apiKey, Instant since, int most) {
        return sql.first(
                        "SELECT CAST(IFNULL(SUM(declined), 0) AS INT) AS declined, COUNT(*) AS tries FROM"
                                + " (SELECT declined FROM card_try WHERE api_key_id = ? AND at > ?"
                                + " ORDER BY at DESC LIMIT " + most + ") AS latest",
                        row -> new Tally(row.integer("declined"), row.integer("tries")),
                        apiKey,
                        since)
                .orElseThrow();
    }

    /** Drops tries that no window reaches. @return how many rows, at most {@code most} */
    public int sweep(int most) {
        return sql.update(
                "DELETE FROM card_try WHERE at < ? ORDER BY id LIMIT " + most,
                clock.instant().minus(KEPT));
    }
}
