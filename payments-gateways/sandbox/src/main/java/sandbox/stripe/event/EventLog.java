package sandbox.stripe.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;
import sandbox.store.Events;
import sandbox.stripe.StripeAccount;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.Happening;
import sandbox.stripe.payment.Ids;
import sandbox.stripe.wire.Document;
import sandbox.stripe.wire.Documents;
import sandbox.webhook.OutgoingEvent;

/** The log of events as Stripe's API shows it. */
@ApplicationScoped
public class EventLog {
    private static final String SELECT = "SELECT e.seq, e.id, e.type, e.created_at, e.body,"
            + " (SELECT COUNT(*) FROM webhook_delivery d WHERE d.event_id = e.id AND d.state <> 'delivered') AS undelivered"
            + " FROM simulated_event e WHERE e.gateway = '" + StripeAccount.GATEWAY + "' AND ";

    @Inject
    Database database;

    @Inject
    Events events;

    @Inject
    Documents documents;

    @Inject
    SimulatedClock clock;

    @Inject
    Ids ids;

    /** Logs what happened to a checkout and sends it. */
    public void record(Checkout checkout, List<Happening> happenings, Cause cause) {
        events.record(
                StripeAccount.GATEWAY,
                checkout.sessionId(),
                names(checkout),
                happenings.stream().map(happening -> written(happening, cause)).toList());
    }

    /** Every name by which a rule may mean this checkout. */
    public static Set<String> names(Checkout checkout) {
        var names = new HashSet<>(Set.of(checkout.sessionId()));
        checkout.terms().clientReferenceId().ifPresent(names::add);
        checkout.intent().ifPresent(intent -> names.add(intent.id()));
        return names;
    }

    public Optional<StripeEvent> find(String id) {
        return database.one(SELECT + "e.id = ?", EventLog::read, id);
    }

    /**
     * Events that match, in the order asked for.
     *
     * @param condition SQL over the columns of {@code e}, with one placeholder for each argument
     */
    public List<StripeEvent> matching(String condition, List<Object> arguments, String order, int atMost) {
        return database.list(
                SELECT + condition + " ORDER BY e.seq " + order + " LIMIT " + atMost,
                EventLog::read,
                arguments.toArray());
    }

    private OutgoingEvent written(Happening happening, Cause cause) {
        var id = ids.event();
        var body = Document.empty()
                .text("id", id)
                .text("object", "event")
                .text("api_version", StripeAccount.API_VERSION)
                .time("created", clock.now())
                .value(
                        "data",
                        Document.empty()
                                .value("object", documents.shownBy(happening))
                                .build())
                .flag("livemode", false)
                .number("pending_webhooks", 1)
                .value(
                        "request",
                        Document.empty()
                                .text("id", cause.requestId())
                                .text("idempotency_key", cause.idempotencyKey())
                                .build())
                .text("type", happening.type())
                .build();
        return new OutgoingEvent(id, happening.type(), body.toString());
    }

    private static StripeEvent read(ResultSet row) throws SQLException {
        return new StripeEvent(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("type"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getString("body"),
                row.getInt("undelivered"));
    }
}
