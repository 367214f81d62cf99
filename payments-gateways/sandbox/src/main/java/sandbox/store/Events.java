package sandbox.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;
import sandbox.webhook.Outbox;
import sandbox.webhook.OutgoingEvent;

/** Every message that ever was; what happened is logged and sent in one transaction with its cause. */
@ApplicationScoped
public class Events {
    private static final String SELECT = "SELECT id, type, subject, created_at, body FROM simulated_event ";

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    SimulatedClock clock;

    /**
     * Logs the messages of one act and sends them.
     *
     * @param subject the checkout they are about
     * @param names every name by which a rule may mean that checkout
     */
    public void record(String gateway, String subject, Collection<String> names, List<OutgoingEvent> events) {
        database.transaction(() -> {
            events.forEach(event -> database.update(
                    "INSERT INTO simulated_event (gateway, id, type, subject, created_at, body)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    gateway,
                    event.id(),
                    event.type(),
                    subject,
                    clock.now(),
                    event.body()));
            outbox.send(gateway, subject, names, events);
            return null;
        });
    }

    public Optional<LoggedEvent> find(String gateway, String id) {
        return database.one(SELECT + "WHERE gateway = ? AND id = ?", Events::read, gateway, id);
    }

    /** Oldest first. */
    public List<LoggedEvent> ofSubject(String gateway, String subject) {
        return database.list(SELECT + "WHERE gateway = ? AND subject = ? ORDER BY seq", Events::read, gateway, subject);
    }

    /** Newest first. */
    public List<LoggedEvent> latest(String gateway, int atMost) {
        return database.list(SELECT + "WHERE gateway = ? ORDER BY seq DESC LIMIT " + atMost, Events::read, gateway);
    }

    private static LoggedEvent read(ResultSet row) throws SQLException {
        return new LoggedEvent(
                new OutgoingEvent(row.getString("id"), row.getString("type"), row.getString("body")),
                row.getString("subject"),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
