package sandbox.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;

/** Every message that was ever to be sent, and what came of each try. */
@ApplicationScoped
public class Deliveries {
    private static final String SELECT =
            "SELECT id, gateway, subject, event_id, event_type, body, state, treatment, forged, reencoded,"
                    + " attempts, due_at, created_at FROM webhook_delivery ";

    @Inject
    Database database;

    @Inject
    SimulatedClock clock;

    void add(Delivery delivery) {
        database.insert(
                "INSERT INTO webhook_delivery (gateway, subject, event_id, event_type, body, state, treatment, forged, reencoded,"
                        + " attempts, due_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                delivery.gateway(),
                delivery.subject(),
                delivery.event().id(),
                delivery.event().type(),
                delivery.event().body(),
                delivery.state().code(),
                delivery.treatment(),
                delivery.forged(),
                delivery.reencoded(),
                delivery.attempts(),
                delivery.dueAt(),
                delivery.createdAt());
    }

    /** The checkouts with something due, that which waited longest first. */
    Set<Lane> due(Instant now, int atMost) {
        return new LinkedHashSet<>(database.list(
                "SELECT gateway, subject FROM webhook_delivery WHERE due_at <= ? ORDER BY due_at, id LIMIT " + atMost,
                row -> new Lane(row.getString(1), row.getString(2)),
                now));
    }

    /** What is due of one checkout, oldest first. */
    List<Delivery> due(Lane lane, Instant now) {
        return database.list(
                SELECT + "WHERE gateway = ? AND subject = ? AND due_at <= ? ORDER BY due_at, id",
                Deliveries::read,
                lane.gateway(),
                lane.subject(),
                now);
    }

    public List<Delivery> ofEvent(String eventId) {
        return database.list(SELECT + "WHERE event_id = ? ORDER BY id", Deliveries::read, eventId);
    }

    public List<Delivery> latest(String gateway, int atMost) {
        return database.list(SELECT + "WHERE gateway = ? ORDER BY id DESC LIMIT " + atMost, Deliveries::read, gateway);
    }

    public List<Attempt> attempts(long deliveryId) {
        return database.list(
                "SELECT attempted_at, status, error, took_millis FROM webhook_attempt WHERE delivery_id = ? ORDER BY id",
                row -> new Attempt(
                        Instant.ofEpochMilli(row.getLong(1)),
                        Optional.ofNullable(row.getObject(2, Integer.class)),
                        Optional.ofNullable(row.getString(3)),
                        row.getLong(4)),
                deliveryId);
    }

    /** Makes whatever is held back, late or given up of these due now; answers how many. */
    int makeDue(String column, String value) {
        return database.update(
                "UPDATE webhook_delivery SET state = ?, due_at = ?, attempts = 0 WHERE " + column
                        + " = ? AND state <> ?",
                DeliveryState.WAITING.code(),
                clock.now(),
                value,
                DeliveryState.DELIVERED.code());
    }

    /** How the latest try of a message ended; absent before the first. */
    Optional<String> lastFailure(Delivery delivery) {
        return delivery.attempts() == 0
                ? Optional.empty()
                : attempts(delivery.id()).stream()
                        .reduce((earlier, later) -> later)
                        .flatMap(last -> last.status().map(String::valueOf).or(last::error));
    }

    /** Writes down a try and what follows from it: delivered, due again, or given up. */
    void conclude(Delivery delivery, Attempt attempt, Reception reception, List<Duration> pauses) {
        var attempts = delivery.attempts() + 1;
        var pause = delivery.forged() || delivery.reencoded() || reception == Reception.GIVEN_UP
                ? Optional.<Duration>empty()
                : RetrySchedule.pauseAfter(pauses, attempts);
        var state = reception == Reception.DELIVERED
                ? DeliveryState.DELIVERED
                : pause.isPresent() ? DeliveryState.WAITING : DeliveryState.FAILED;
        var dueAt = state == DeliveryState.WAITING ? pause.map(clock.now()::plus) : Optional.<Instant>empty();
        database.transaction(() -> {
            database.insert(
                    "INSERT INTO webhook_attempt (delivery_id, attempted_at, status, error, took_millis)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    delivery.id(),
                    attempt.at(),
                    attempt.status(),
                    attempt.error(),
                    attempt.tookMillis());
            return database.update(
                    "UPDATE webhook_delivery SET state = ?, due_at = ?, attempts = ? WHERE id = ?",
                    state.code(),
                    dueAt,
                    attempts,
                    delivery.id());
        });
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("gateway"),
                row.getString("subject"),
                new OutgoingEvent(row.getString("event_id"), row.getString("event_type"), row.getString("body")),
                DeliveryState.of(row.getString("state")),
                row.getString("treatment"),
                row.getBoolean("forged"),
                row.getBoolean("reencoded"),
                row.getInt("attempts"),
                Optional.ofNullable(row.getObject("due_at", Long.class)).map(Instant::ofEpochMilli),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
