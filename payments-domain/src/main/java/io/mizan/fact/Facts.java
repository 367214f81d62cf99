package io.mizan.fact;

import io.mizan.id.AttemptId;
import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The facts of each order and their evidence. Append-only; written under the order's lock alone. */
@ApplicationScoped
public class Facts {
    private static final String NO_CURRENCY = "XXX";

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Facts() {
        this(null, null, null);
    }

    @Inject
    public Facts(Sql sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records a fact that is not known, with the piece of evidence that told it.
     *
     * @throws IllegalStateException if the same object of the same account is already known of another order
     */
    public RecordedFact record(OrderId order, Optional<AttemptId> attempt, Fact fact, Evidence evidence) {
        var id = ids.next();
        var amount = fact.amount();
        var now = clock.instant();
        boolean isNew = sql.insertNew(
                "INSERT INTO fact (id, order_id, attempt_id, account, kind, object_ref, qualifier, amount_minor, currency,"
                        + " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                order.value(),
                attempt.map(AttemptId::value),
                fact.account().value(),
                fact.kind(),
                fact.objectRef(),
                fact.qualifier(),
                amount.map(Money::amountMinor).orElse(0L),
                amount.map(Money::currencyCode).orElse(NO_CURRENCY),
                now);
        if (!isNew) {
            throw new IllegalStateException("a fact of " + order + " is known of another order: " + fact.kind());
        }
        add(order, id, evidence);
        return new RecordedFact(id, fact.identity(), attempt, now, List.of(evidence));
    }

    /**
     * Adds a piece of evidence to a fact that is known; evidence that is known changes nothing.
     *
     * @return the fact as it is kept now
     */
    public RecordedFact confirm(OrderId order, RecordedFact known, Evidence evidence) {
        if (known.isToldBy(evidence)) {
            return known;
        }
        add(order, known.id(), evidence);
        return known.with(evidence);
    }

    private void add(OrderId order, UUID factId, Evidence evidence) {
        sql.update(
                "INSERT INTO fact_evidence (id, fact_id, order_id, source, source_ref, message_ref, message_type,"
                        + " message_sha256, proof, effective_at, detail, received_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                factId,
                order.value(),
                evidence.source(),
                evidence.sourceRef(),
                evidence.messageRef(),
                evidence.messageType(),
                evidence.sha256(),
                evidence.proof(),
                evidence.effectiveAt(),
                Details.toJson(evidence.detail()),
                evidence.receivedAt());
    }

    /** All facts of an order with their evidence, oldest first. Bounded by what can happen to one order. */
    public List<RecordedFact> of(OrderId order) {
        var facts = new LinkedHashMap<UUID, RecordedFact>();
        sql.list(
                        "SELECT f.id, f.attempt_id, f.account, f.kind, f.object_ref, f.qualifier, f.amount_minor, f.currency,"
                                + " f.recorded_at, e.source, e.source_ref, e.message_ref, e.message_type,"
                                + " e.message_sha256, e.proof, e.effective_at, e.detail, e.received_at"
                                + " FROM fact f LEFT JOIN fact_evidence e ON e.fact_id = f.id WHERE f.order_id = ?"
                                + " ORDER BY f.recorded_at, f.id, e.received_at, e.id",
                        Facts::withOneEvidence,
                        order.value())
                .forEach(fact -> facts.merge(fact.id(), fact, Facts::withBothEvidences));
        return List.copyOf(facts.values());
    }

    private static RecordedFact withOneEvidence(Row row) throws SQLException {
        return new RecordedFact(
                row.id("id"),
                identity(row),
                row.optionalId("attempt_id").map(AttemptId::new),
                row.instant("recorded_at"),
                row.optionalText("source").isPresent() ? List.of(evidence(row)) : List.of());
    }

    private static RecordedFact withBothEvidences(RecordedFact fact, RecordedFact same) {
        return fact.with(same.evidence().get(0));
    }

    private static Fact.Identity identity(Row row) throws SQLException {
        var currency = row.text("currency");
        Optional<Money> amount = currency.equals(NO_CURRENCY)
                ? Optional.empty()
                : Optional.of(Money.ofMinor(row.number("amount_minor"), currency));
        return new Fact.Identity(
                FactKind.valueOf(row.text("kind")),
                new Account(row.text("account")),
                row.text("object_ref"),
                row.text("qualifier"),
                amount);
    }

    private static Evidence evidence(Row row) throws SQLException {
        return new Evidence(
                Evidence.Source.valueOf(row.text("source")),
                row.text("source_ref"),
                row.text("message_ref"),
                row.text("message_type"),
                row.text("message_sha256"),
                row.text("proof"),
                row.optionalInstant("effective_at"),
                Details.fromJson(row.text("detail")),
                row.instant("received_at"));
    }
}
