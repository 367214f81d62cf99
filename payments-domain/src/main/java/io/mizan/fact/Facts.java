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
import java.util.ArrayList;
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
     * Records a fact with a piece of evidence. A fact that is known gains the evidence; evidence that is known changes
     * nothing.
     *
     * @return the fact's id, and whether it is new
     * @throws IllegalStateException if the same object of the same account is already known of another order
     */
    public Recording record(OrderId order, Optional<AttemptId> attempt, Fact fact, Evidence evidence) {
        var id = ids.next();
        var amount = fact.amount();
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
                clock.instant());
        var recordedId = isNew ? id : knownId(order, fact);
        boolean newEvidence = sql.insertNew(
                "INSERT INTO fact_evidence (id, fact_id, order_id, source, source_ref, message_ref, message_type,"
                        + " message_sha256, proof, effective_at, detail, received_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                recordedId,
                order.value(),
                evidence.source(),
                evidence.sourceRef(),
                evidence.messageRef(),
                evidence.messageType(),
                evidence.sha256(),
                evidence.proof(),
                fact.effectiveAt(),
                Details.toJson(fact.detail()),
                evidence.receivedAt());
        return new Recording(recordedId, isNew, newEvidence);
    }

    /** What recording came to. */
    public record Recording(UUID factId, boolean isNew, boolean hasNewEvidence) {}

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
        var evidence = new ArrayList<>(fact.evidence());
        evidence.addAll(same.evidence());
        return new RecordedFact(fact.id(), fact.identity(), fact.attempt(), fact.recordedAt(), evidence);
    }

    private UUID knownId(OrderId order, Fact fact) {
        return sql.first(
                        "SELECT id, order_id FROM fact WHERE account = ? AND kind = ? AND object_ref = ? AND qualifier = ?"
                                + " AND amount_minor = ? AND currency = ?",
                        row -> {
                            if (!row.id("order_id").equals(order.value())) {
                                throw new IllegalStateException("a fact of " + order + " is known of another order: "
                                        + new OrderId(row.id("order_id")));
                            }
                            return row.id("id");
                        },
                        fact.account().value(),
                        fact.kind(),
                        fact.objectRef(),
                        fact.qualifier(),
                        fact.amount().map(Money::amountMinor).orElse(0L),
                        fact.amount().map(Money::currencyCode).orElse(NO_CURRENCY))
                .orElseThrow(
                        () -> new IllegalStateException("a duplicate fact is not there: READ COMMITTED is needed"));
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
