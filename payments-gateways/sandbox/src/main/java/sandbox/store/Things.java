package sandbox.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;

/** Everything that the simulated providers know, one row a thing. */
@ApplicationScoped
public class Things {
    private static final String SELECT =
            "SELECT gateway, kind, id, subject, reference, due_at, created_at, body FROM simulated_thing ";

    @Inject
    Database database;

    @Inject
    SimulatedClock clock;

    /** @throws sandbox.database.DatabaseFailure if there is one of that kind and id */
    public void add(Thing thing) {
        database.update(
                "INSERT INTO simulated_thing (gateway, kind, id, subject, reference, due_at, created_at, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                thing.gateway(),
                thing.kind(),
                thing.id(),
                thing.subject(),
                thing.reference(),
                thing.dueAt(),
                thing.createdAt(),
                thing.body());
    }

    /** Adds it, unless there is one of that kind and id already. @return the one that there is now */
    public Thing once(Thing thing) {
        return database.transaction(
                () -> find(thing.gateway(), thing.kind(), thing.id()).orElseGet(() -> {
                    add(thing);
                    return thing;
                }));
    }

    /** Writes body and due time anew. */
    public void write(Thing thing) {
        database.update(
                "UPDATE simulated_thing SET due_at = ?, body = ? WHERE gateway = ? AND kind = ? AND id = ?",
                thing.dueAt(),
                thing.body(),
                thing.gateway(),
                thing.kind(),
                thing.id());
    }

    public Optional<Thing> find(String gateway, String kind, String id) {
        return database.one(SELECT + "WHERE gateway = ? AND kind = ? AND id = ?", Things::read, gateway, kind, id);
    }

    /** As {@link #find}, its row locked until the open transaction ends. */
    public Optional<Thing> locked(String gateway, String kind, String id) {
        return database.one(
                SELECT + "WHERE gateway = ? AND kind = ? AND id = ? FOR UPDATE", Things::read, gateway, kind, id);
    }

    /** The thing of any kind with that id. */
    public Optional<Thing> anything(String gateway, String id) {
        return database.one(SELECT + "WHERE gateway = ? AND id = ? ORDER BY seq", Things::read, gateway, id);
    }

    /** Oldest first. */
    public List<Thing> ofSubject(String gateway, String kind, String subject) {
        return database.list(
                SELECT + "WHERE gateway = ? AND kind = ? AND subject = ? ORDER BY seq",
                Things::read,
                gateway,
                kind,
                subject);
    }

    /** Newest first; only those of that reference of the merchant if there is one. */
    public List<Thing> latest(String gateway, String kind, Optional<String> reference, int atMost) {
        return reference
                .map(wanted -> database.list(
                        SELECT + "WHERE gateway = ? AND kind = ? AND reference = ? ORDER BY seq DESC LIMIT " + atMost,
                        Things::read,
                        gateway,
                        kind,
                        wanted))
                .orElseGet(() -> database.list(
                        SELECT + "WHERE gateway = ? AND kind = ? ORDER BY seq DESC LIMIT " + atMost,
                        Things::read,
                        gateway,
                        kind));
    }

    /** Those to which time alone has something to do, the longest waiting first. */
    List<Thing> due(int atMost) {
        return database.list(SELECT + "WHERE due_at <= ? ORDER BY due_at LIMIT " + atMost, Things::read, clock.now());
    }

    private static Thing read(ResultSet row) throws SQLException {
        return new Thing(
                row.getString("gateway"),
                row.getString("kind"),
                row.getString("id"),
                row.getString("subject"),
                Optional.ofNullable(row.getString("reference")),
                Optional.ofNullable(row.getObject("due_at", Long.class)).map(Instant::ofEpochMilli),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getString("body"));
    }
}
