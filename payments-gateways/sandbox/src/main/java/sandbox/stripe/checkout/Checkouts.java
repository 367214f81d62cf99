package sandbox.stripe.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;
import sandbox.stripe.event.Cause;
import sandbox.stripe.event.EventLog;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.Ids;
import sandbox.stripe.payment.PaymentCourse;
import sandbox.stripe.payment.PaymentIntent;

/** All checkouts. Whoever looks at one sees it as of now: what time has done to it is done first. */
@ApplicationScoped
public class Checkouts {
    @Inject
    Database database;

    @Inject
    CheckoutText text;

    @Inject
    EventLog events;

    @Inject
    SimulatedClock clock;

    @Inject
    Ids ids;

    public void open(Checkout checkout) {
        database.transaction(() -> {
            database.update(
                    "INSERT INTO stripe_checkout (session_id, reference, status, due_at, body) VALUES (?, ?, ?, ?, ?)",
                    checkout.sessionId(),
                    checkout.terms().clientReferenceId(),
                    checkout.status().code(),
                    checkout.nextDue(),
                    text.write(checkout));
            register(checkout.sessionId(), ObjectKind.SESSION, checkout);
            return null;
        });
    }

    /** The session with this id, as of now. */
    public Optional<Checkout> find(String sessionId) {
        return database.one(
                        "SELECT body, due_at FROM stripe_checkout WHERE session_id = ?",
                        row -> new Stored(row.getString(1), Optional.ofNullable(row.getObject(2, Long.class))),
                        sessionId)
                .map(stored -> stored.isDue(clock.now())
                        ? change(sessionId, Cause.NOT_A_REQUEST, UnaryOperator.identity())
                                .orElseThrow()
                        : text.read(stored.body()));
    }

    /** The checkout that the object with this id belongs to. */
    public Optional<Checkout> holding(ObjectKind kind, String objectId) {
        return sessionOf(kind, objectId).flatMap(this::find);
    }

    public Optional<String> sessionOf(ObjectKind kind, String objectId) {
        return database.one(
                "SELECT session_id FROM stripe_object WHERE id = ? AND kind = ?",
                row -> row.getString(1),
                objectId,
                kind.code());
    }

    /** The session of any object id, for rules that mean one checkout. */
    public Optional<Checkout> holdingAnything(String objectId) {
        return database.one("SELECT session_id FROM stripe_object WHERE id = ?", row -> row.getString(1), objectId)
                .flatMap(this::find);
    }

    /**
     * Does one act upon a checkout, alone: its row is locked, time is let pass, then the act happens, and its events are
     * logged and sent in the same transaction.
     */
    public Optional<Checkout> change(String sessionId, Cause cause, UnaryOperator<PaymentCourse> act) {
        tickIfDue(sessionId);
        return database.transaction(() -> locked(sessionId).map(before -> {
            var course = act.apply(new PaymentCourse(before, clock.now(), ids));
            if (!course.checkout().equals(before)) {
                store(before, course.checkout());
                events.record(course.checkout(), course.happenings(), cause);
            }
            return course.checkout();
        }));
    }

    /** Lets time pass for one checkout, in a transaction of its own unless one is open. */
    private void tickIfDue(String sessionId) {
        boolean due = database.one(
                        "SELECT 1 FROM stripe_checkout WHERE session_id = ? AND due_at <= ?",
                        row -> row.getInt(1),
                        sessionId,
                        clock.now())
                .isPresent();
        if (!due) {
            return;
        }
        database.transaction(() -> {
            locked(sessionId).filter(it -> isDue(it.nextDue())).ifPresent(before -> {
                var course = new PaymentCourse(before, clock.now(), ids).tick();
                store(before, course.checkout());
                events.record(course.checkout(), course.happenings(), Cause.NOT_A_REQUEST);
            });
            return null;
        });
    }

    /** Sessions for which time alone has something to do. */
    List<String> due(int atMost) {
        return database.list(
                "SELECT session_id FROM stripe_checkout WHERE due_at <= ? ORDER BY due_at LIMIT " + atMost,
                row -> row.getString(1),
                clock.now());
    }

    void tick(String sessionId) {
        tickIfDue(sessionId);
    }

    public List<Checkout> latest(int atMost, Optional<String> reference) {
        var condition = reference.isPresent() ? "WHERE c.reference = ? " : "";
        return database.list(
                "SELECT c.body FROM stripe_checkout c JOIN stripe_object o ON o.id = c.session_id " + condition
                        + "ORDER BY o.seq DESC LIMIT " + atMost,
                row -> text.read(row.getString(1)),
                reference.stream().toArray());
    }

    /** Checkouts with an object of this kind, newest object first. */
    public Page<Checkout> list(ObjectKind kind, Listing listing, Optional<String> status, Optional<String> intentId) {
        var condition = new StringBuilder("o.kind = ?");
        var arguments = new ArrayList<Object>(List.of(kind.code()));
        listing.startingAfter().ifPresent(id -> {
            condition.append(" AND o.seq < (SELECT seq FROM stripe_object WHERE id = ?)");
            arguments.add(id);
        });
        listing.endingBefore().ifPresent(id -> {
            condition.append(" AND o.seq > (SELECT seq FROM stripe_object WHERE id = ?)");
            arguments.add(id);
        });
        listing.createdFrom().ifPresent(from -> {
            condition.append(" AND o.created_at >= ?");
            arguments.add(from);
        });
        listing.createdTo().ifPresent(to -> {
            condition.append(" AND o.created_at < ?");
            arguments.add(to.plusSeconds(1));
        });
        status.ifPresent(wanted -> {
            condition.append(" AND c.status = ?");
            arguments.add(wanted);
        });
        intentId.ifPresent(wanted -> {
            condition.append(" AND c.intent_id = ?");
            arguments.add(wanted);
        });
        var backwards = listing.endingBefore().isPresent();
        var rows = database.list(
                "SELECT c.body FROM stripe_object o JOIN stripe_checkout c ON c.session_id = o.session_id WHERE "
                        + condition + " ORDER BY o.seq " + (backwards ? "ASC" : "DESC") + " LIMIT "
                        + (listing.limit() + 1),
                row -> text.read(row.getString(1)),
                arguments.toArray());
        return Page.of(rows, listing.limit(), backwards);
    }

    private Optional<Checkout> locked(String sessionId) {
        return database.one(
                "SELECT body FROM stripe_checkout WHERE session_id = ? FOR UPDATE",
                row -> text.read(row.getString(1)),
                sessionId);
    }

    private void store(Checkout before, Checkout after) {
        database.update(
                "UPDATE stripe_checkout SET status = ?, intent_id = ?, due_at = ?, body = ? WHERE session_id = ?",
                after.status().code(),
                after.intent().map(PaymentIntent::id),
                after.nextDue(),
                text.write(after),
                after.sessionId());
        if (before.intent().isEmpty()) {
            after.intent().ifPresent(intent -> register(intent.id(), ObjectKind.INTENT, after));
        }
        after.charges().stream()
                .filter(charge -> before.charge(charge.id()).isEmpty())
                .forEach(charge -> register(charge.id(), ObjectKind.CHARGE, after));
        after.refunds().stream()
                .filter(refund -> before.refund(refund.id()).isEmpty())
                .forEach(refund -> register(refund.id(), ObjectKind.REFUND, after));
    }

    private void register(String id, ObjectKind kind, Checkout checkout) {
        database.update(
                "INSERT INTO stripe_object (id, kind, session_id, created_at) VALUES (?, ?, ?, ?)",
                id,
                kind.code(),
                checkout.sessionId(),
                clock.now());
    }

    private boolean isDue(Optional<Instant> at) {
        return at.filter(due -> !due.isAfter(clock.now())).isPresent();
    }

    private record Stored(String body, Optional<Long> dueAt) {
        boolean isDue(Instant now) {
            return dueAt.filter(due -> due <= now.toEpochMilli()).isPresent();
        }
    }
}
