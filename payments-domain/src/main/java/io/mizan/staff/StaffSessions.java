package io.mizan.staff;

import io.mizan.id.Ids;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is signed in, from where and since when. A session lives on one instance; its row is how it is ended from another.
 * In real time, also where the clock of a sandbox is moved.
 */
@ApplicationScoped
public class StaffSessions {
    /** A session ends eight hours after signing in, however busy it is. */
    public static final Duration LONGEST = Duration.ofHours(8);

    /** And half an hour after its last request, which is known to the minute. The server, by web.xml, forgets it then too. */
    static final Duration IDLE = Duration.ofMinutes(30);

    private static final Duration SEEN_GRAIN = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int STALE_ROWS_AT_ONCE = 50;

    private final Sql sql;
    private final Ids ids;
    private final Clock realTime;

    /** For the proxy of the container only. */
    protected StaffSessions() {
        this(null, null, null);
    }

    @Inject
    public StaffSessions(Sql sql, Ids ids) {
        this(sql, ids, Clock.systemUTC());
    }

    StaffSessions(Sql sql, Ids ids, Clock realTime) {
        this.sql = sql;
        this.ids = ids;
        this.realTime = realTime;
    }

    /** @param address where the sign-in came from */
    public record Session(UUID id, String address, Instant begunAt, Instant seenAt) {}

    @Transactional
    public UUID begin(StaffMember member, String address) {
        var now = realTime.instant();
        sql.update("DELETE FROM staff_session WHERE seen_at < ? LIMIT " + STALE_ROWS_AT_ONCE, now.minus(KEPT));
        var id = ids.next();
        sql.update(
                "INSERT INTO staff_session (id, staff_id, address, begun_at, seen_at) VALUES (?, ?, ?, ?, ?)",
                id,
                member.id(),
                address,
                now,
                now);
        sql.update("UPDATE staff SET signed_in_at = ? WHERE id = ?", now, member.id());
        return id;
    }

    /** Whether a session still counts; notes that it is in use. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public boolean isOpen(UUID id) {
        var now = realTime.instant();
        var seen = sql.first(
                "SELECT seen_at FROM staff_session WHERE id = ? AND ended_at IS NULL AND begun_at > ? AND seen_at > ?",
                row -> row.instant("seen_at"),
                id,
                now.minus(LONGEST),
                now.minus(IDLE));
        if (seen.filter(at -> at.isBefore(now.minus(SEEN_GRAIN))).isPresent()) {
            sql.update("UPDATE staff_session SET seen_at = ? WHERE id = ?", now, id);
        }
        return seen.isPresent();
    }

    /** The latest first. */
    public List<Session> openOf(UUID staff) {
        var now = realTime.instant();
        return sql.list(
                "SELECT id, address, begun_at, seen_at FROM staff_session WHERE staff_id = ? AND ended_at IS NULL"
                        + " AND begun_at > ? AND seen_at > ? ORDER BY id DESC LIMIT 50",
                row -> new Session(row.id("id"), row.text("address"), row.instant("begun_at"), row.instant("seen_at")),
                staff,
                now.minus(LONGEST),
                now.minus(IDLE));
    }

    @Transactional
    public void end(UUID id) {
        sql.update("UPDATE staff_session SET ended_at = ? WHERE id = ? AND ended_at IS NULL", realTime.instant(), id);
    }

    /** Ends all sessions of a person, save perhaps the one that they are using. */
    @Transactional
    public int endAll(UUID staff, Optional<UUID> butThis) {
        return sql.update(
                "UPDATE staff_session SET ended_at = ? WHERE staff_id = ? AND ended_at IS NULL AND NOT (id <=> ?)",
                realTime.instant(),
                staff,
                butThis);
    }
}
