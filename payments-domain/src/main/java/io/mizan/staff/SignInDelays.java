package io.mizan.staff;

import io.mizan.secrets.Vault;
import io.mizan.sql.LockConflicts;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Slows down guessing of passwords. After a few failures, sign-in closes for one name from one address, and for an
 * address that tries many names: twice as long each time, up to a quarter of an hour. It never closes for a name alone,
 * or a stranger could lock somebody out by knowing what they are called.
 *
 * <p>A try is counted before its password is looked at, so that many at once gain nothing. Rows and not memory, so that
 * it holds over several instances; in real time, also where the clock of a sandbox is moved.
 */
@ApplicationScoped
public class SignInDelays {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int STALE_ROWS_AT_ONCE = 50;

    /** More tries at once than that are not waited for. */
    private static final int MOST_TURNS = 20;

    private static final Duration CROWDED = Duration.ofSeconds(2);

    private final Sql sql;
    private final Vault vault;
    private final Clock realTime;

    /** For the proxy of the container only. */
    protected SignInDelays() {
        this(null, null, null);
    }

    @Inject
    public SignInDelays(Sql sql, Vault vault) {
        this(sql, vault, Clock.systemUTC());
    }

    SignInDelays(Sql sql, Vault vault, Clock realTime) {
        this.sql = sql;
        this.vault = vault;
        this.realTime = realTime;
    }

    private record Bucket(String id, int freeTries) {}

    private record Count(int failures, Instant lastAt, Optional<Instant> closedUntil) {
        Optional<Duration> wait(Instant now) {
            return closedUntil.filter(until -> until.isAfter(now)).map(until -> Duration.between(now, until));
        }
    }

    /**
     * Counts a try as failed for now.
     *
     * @return how long sign-in is still closed; empty if the try may go on
     */
    @Transactional(Transactional.TxType.NEVER)
    public Optional<Duration> closedFor(String username, String address) {
        return closedFor(List.of(pair(username, address), address(address)));
    }

    /**
     * As {@link #closedFor(String, String)}, for the code of an authenticator app. Only who knows the password comes this
     * far, so codes close for the name too, from wherever they come: otherwise many addresses could share the guessing.
     */
    @Transactional(Transactional.TxType.NEVER)
    public Optional<Duration> codesClosedFor(String username, String address) {
        return closedFor(List.of(pair(username, address), codes(username)));
    }

    private Optional<Duration> closedFor(List<Bucket> buckets) {
        var now = realTime.instant();
        forgetStale(now);
        var wait = longest(buckets.stream().map(bucket -> count(bucket).wait(now)));
        // What one of them counts although another closes meanwhile errs on the safe side.
        return wait.isPresent()
                ? wait
                : longest(buckets.stream().map(bucket -> LockConflicts.retrying(() -> countFailure(bucket, now))));
    }

    private static Optional<Duration> longest(Stream<Optional<Duration>> waits) {
        return waits.flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    /** The try turned out well: what it counted is taken back. */
    @Transactional(Transactional.TxType.NEVER)
    public void succeeded(String username, String address) {
        sql.update(
                "DELETE FROM sign_in_delay WHERE bucket IN (?, ?)",
                pair(username, address).id(),
                codes(username).id());
        sql.update(
                "UPDATE sign_in_delay SET failures = GREATEST(failures - 1, 0), closed_until = NULL WHERE bucket = ?",
                address(address).id());
    }

    private Count count(Bucket bucket) {
        return sql.first(
                        "SELECT failures, last_at, closed_until FROM sign_in_delay WHERE bucket = ?",
                        row -> new Count(
                                row.integer("failures"), row.instant("last_at"), row.optionalInstant("closed_until")),
                        bucket.id())
                .orElse(new Count(0, Instant.EPOCH, Optional.empty()));
    }

    /**
     * Counts one try after the other, each on what the one before it left: of many at once only as many go on as would
     * have, one by one.
     */
    private Optional<Duration> countFailure(Bucket bucket, Instant now) {
        sql.insertNew("INSERT INTO sign_in_delay (bucket, failures, last_at) VALUES (?, 0, ?)", bucket.id(), now);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            var before = count(bucket);
            if (before.wait(now).isPresent()) {
                return before.wait(now);
            }
            boolean isOld = before.lastAt().isBefore(now.minus(FORGOTTEN_AFTER));
            int failures = isOld ? 1 : before.failures() + 1;
            var wait = delayAfter(failures - bucket.freeTries());
            int counted = sql.update(
                    "UPDATE sign_in_delay SET failures = ?, last_at = ?, closed_until = ? WHERE bucket = ?"
                            + " AND failures = ? AND last_at = ? AND closed_until <=> ?",
                    failures,
                    now,
                    wait.isZero() ? null : now.plus(wait),
                    bucket.id(),
                    before.failures(),
                    before.lastAt(),
                    before.closedUntil());
            if (counted == 1) {
                return Optional.empty();
            }
        }
        return Optional.of(CROWDED);
    }

    /** Nothing, then 2, 4, 8, ... seconds. */
    static Duration delayAfter(int failuresBeyondFree) {
        if (failuresBeyondFree <= 0) {
            return Duration.ZERO;
        }
        var wait = Duration.ofSeconds(1L << Math.min(failuresBeyondFree, 20));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private void forgetStale(Instant now) {
        sql.update(
                "DELETE FROM sign_in_delay WHERE last_at < ? LIMIT " + STALE_ROWS_AT_ONCE,
                now.minus(FORGOTTEN_AFTER).minus(LONGEST));
    }

    private Bucket pair(String username, String address) {
        return new Bucket(vault.hash("sign-in", "pair " + address + " " + username), 3);
    }

    private Bucket codes(String username) {
        return new Bucket(vault.hash("sign-in", "codes " + username), 5);
    }

    private Bucket address(String address) {
        return new Bucket(vault.hash("sign-in", "address " + address), 20);
    }
}
