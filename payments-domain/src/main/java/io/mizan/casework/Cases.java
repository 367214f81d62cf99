package io.mizan.casework;

import io.mizan.fact.Details;
import io.mizan.id.AttemptId;
import io.mizan.id.CaseId;
import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cases of all orders, and those that belong to none. */
@ApplicationScoped
public class Cases {
    private static final String COLUMNS =
            "SELECT id, kind, subject, order_id, attempt_id, state, holds, proposed_action, evidence, opened_at, owner,"
                    + " resolved_at, version FROM exception_case";

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Cases() {
        this(null, null, null);
    }

    @Inject
    public Cases(Sql sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a case, or tells the one that there is of its cause.
     *
     * @return whether people have something to look at that they had not
     */
    public boolean open(Optional<OrderId> order, Finding finding) {
        return insert(order, finding)
                || sql.first(
                                COLUMNS + " WHERE kind = ? AND subject = ? FOR UPDATE",
                                Cases::read,
                                finding.kind(),
                                finding.subject())
                        .filter(known -> renew(known, finding))
                        .isPresent();
    }

    /** Opens a case, unless there is or was one: what a person has settled is not asked again. */
    public void openOnce(UnlistedCode unlisted) {
        var finding = unlisted.finding();
        boolean known = sql.first(
                        "SELECT id FROM exception_case WHERE kind = ? AND subject = ?",
                        row -> row.id("id"),
                        finding.kind(),
                        finding.subject())
                .isPresent();
        if (!known) {
            insert(Optional.empty(), finding);
        }
    }

    private boolean insert(Optional<OrderId> order, Finding finding) {
        return sql.insertNew(
                "INSERT INTO exception_case (id, kind, subject, order_id, attempt_id, state, holds, proposed_action,"
                        + " evidence, opened_at) VALUES (?, ?, ?, ?, ?, 'OPEN', TRUE, ?, ?, ?)",
                ids.next(),
                finding.kind(),
                finding.subject(),
                order.map(OrderId::value),
                finding.attempt().map(AttemptId::value),
                finding.kind().proposedAction(),
                Details.toJson(finding.evidence()),
                clock.instant());
    }

    /**
     * What opened a case is true. If it was not, or shows more than it did, the case tells it; one that was settled is
     * opened again, for nobody has looked at that yet. Its age counts from when there was something new to look at; that
     * it is not the first time, its acts tell.
     *
     * @return whether people have something to look at that they had not
     */
    public boolean renew(CaseSnapshot known, Finding finding) {
        if (known.holds() && known.evidence().equals(finding.evidence())) {
            return false;
        }
        boolean settled = known.state() == CaseState.RESOLVED;
        boolean isNews = settled || !known.holds();
        var now = clock.instant();
        sql.update(
                "UPDATE exception_case SET holds = TRUE, evidence = ?, opened_at = ?, version = version + 1"
                        + (settled ? ", state = 'OPEN', owner = NULL, resolved_at = NULL, resolution = NULL" : "")
                        + " WHERE id = ?",
                Details.toJson(finding.evidence()),
                isNews ? now : known.openedAt(),
                known.id().value());
        if (settled) {
            note(known.id(), known.version(), CaseAct.REOPENED, Optional.empty(), "mizan", now);
        }
        return isNews;
    }

    /** What opened a case is no longer true. @return whether it was */
    public boolean clear(CaseKind kind, String subject) {
        return sql.update(
                        "UPDATE exception_case SET holds = FALSE WHERE kind = ? AND subject = ? AND holds",
                        kind,
                        subject)
                > 0;
    }

    /** Destroys what people wrote into the cases of an order; who did what, and when, stays. In the open transaction. */
    public void forgetWords(OrderId order) {
        sql.update(
                "UPDATE case_act a JOIN exception_case c ON c.id = a.case_id SET a.note = NULL WHERE c.order_id = ?",
                order.value());
        sql.update("UPDATE exception_case SET resolution = NULL WHERE order_id = ?", order.value());
    }

    public List<CaseSnapshot> ofOrder(OrderId order) {
        return sql.list(COLUMNS + " WHERE order_id = ? ORDER BY opened_at, id", Cases::read, order.value());
    }

    public Optional<CaseSnapshot> find(CaseId id) {
        return sql.first(COLUMNS + " WHERE id = ?", Cases::read, id.value());
    }

    /** What people did to a case, oldest first. */
    public List<CaseActRecord> actsOf(CaseId id) {
        return sql.list(
                "SELECT seq, at, act, actor, note FROM case_act WHERE case_id = ? ORDER BY seq",
                row -> new CaseActRecord(
                        row.integer("seq"),
                        row.instant("at"),
                        CaseAct.valueOf(row.text("act")),
                        row.text("actor"),
                        row.optionalText("note")),
                id.value());
    }

    /**
     * Does something to a case and writes it down.
     *
     * @param version of the case that the person saw
     * @param actor the person's name to sign in with
     * @throws CaseChanged if it has another version by now, or is settled
     */
    public void act(CaseId id, int version, CaseAct act, Optional<String> note, String actor) {
        if (act.needsNote() == note.isEmpty()) {
            throw new IllegalArgumentException(act + " with a note: " + note.isPresent());
        }
        var now = clock.instant();
        if (changed(id, version, act, note, actor, now) == 0) {
            throw new CaseChanged(id);
        }
        note(id, version, act, note, actor, now);
    }

    private void note(CaseId id, int version, CaseAct act, Optional<String> note, String actor, Instant now) {
        sql.update(
                "INSERT INTO case_act (case_id, seq, at, act, actor, note) VALUES (?, ?, ?, ?, ?, ?)",
                id.value(),
                version + 1,
                now,
                act,
                actor,
                note);
    }

    private int changed(CaseId id, int version, CaseAct act, Optional<String> note, String actor, Instant now) {
        var unsettled = " WHERE id = ? AND version = ? AND state <> 'RESOLVED'";
        var next = "UPDATE exception_case SET version = version + 1";
        return switch (act) {
            case TAKEN -> sql.update(next + ", state = 'ASSIGNED', owner = ?" + unsettled, actor, id.value(), version);
            case HANDED_BACK ->
                sql.update(
                        next + ", state = 'OPEN', owner = NULL" + unsettled + " AND owner = ?",
                        id.value(),
                        version,
                        actor);
            case COMMENTED -> sql.update(next + unsettled, id.value(), version);
            case RESOLVED ->
                sql.update(
                        next + ", state = 'RESOLVED', owner = ?, resolution = ?, resolved_at = ?" + unsettled,
                        actor,
                        note,
                        now,
                        id.value(),
                        version);
            case REOPENED -> throw new IllegalArgumentException("no person reopens a case");
        };
    }

    /** Oldest first, by id, which sorts by time. */
    public List<CaseSnapshot> page(CaseQuery query) {
        var conditions = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        query.state().ifPresent(state -> {
            conditions.add("state = ?");
            arguments.add(state);
        });
        query.owner().ifPresent(owner -> {
            conditions.add("owner = ?");
            arguments.add(owner);
        });
        query.after().ifPresent(after -> {
            conditions.add("id > ?");
            arguments.add(after.value());
        });
        var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return sql.list(COLUMNS + where + " ORDER BY id LIMIT " + query.limit(), Cases::read, arguments.toArray());
    }

    private static CaseSnapshot read(Row row) throws SQLException {
        return new CaseSnapshot(
                new CaseId(row.id("id")),
                CaseKind.valueOf(row.text("kind")),
                CaseState.valueOf(row.text("state")),
                row.flag("holds"),
                row.text("subject"),
                row.optionalId("order_id").map(OrderId::new),
                row.optionalId("attempt_id").map(AttemptId::new),
                row.text("proposed_action"),
                Details.fromJson(row.text("evidence")),
                row.instant("opened_at"),
                row.optionalText("owner"),
                row.optionalInstant("resolved_at"),
                row.integer("version"));
    }
}
