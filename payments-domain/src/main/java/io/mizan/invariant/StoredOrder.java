package io.mizan.invariant;

import io.mizan.attempt.Decline;
import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.Cases;
import io.mizan.command.Commands;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.Account;
import io.mizan.fact.Details;
import io.mizan.fact.Facts;
import io.mizan.fact.RecordedFact;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.ProviderRef;
import io.mizan.id.AttemptId;
import io.mizan.id.EventId;
import io.mizan.id.OrderId;
import io.mizan.ledger.Balance;
import io.mizan.ledger.Ledger;
import io.mizan.money.Money;
import io.mizan.order.OrderStatus;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import io.mizan.timeline.TimelineKind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything that is stored of one order, as it lies. */
record StoredOrder(
        OrderId id,
        Money amount,
        OrderStatus status,
        Money captured,
        Optional<UUID> openAttempt,
        Optional<Instant> expiryDueAt,
        long eventSeq,
        List<Attempt> attempts,
        List<RecordedFact> facts,
        List<GatewayCommand> commands,
        List<CaseSnapshot> cases,
        List<Balance> balances,
        List<Entry> entries,
        List<Reference> references,
        List<Event> events,
        List<MerchantEvent> merchantEvents,
        List<Told> told) {

    record Attempt(
            AttemptId id,
            Account account,
            CaptureMode capture,
            Money amount,
            Money due,
            PaymentState state,
            boolean open,
            Money authorized,
            Money captured,
            Verdict verdict,
            Optional<Decline> decline,
            Optional<Instant> payUntil,
            boolean superseded,
            Optional<Instant> inquiryDueAt) {}

    /** The postings made together, in one currency. */
    record Entry(UUID fact, String currency, long sum) {}

    record Reference(AttemptId attempt, ProviderRef ref) {}

    /** A stored callback that was worked into this order. */
    record Event(String id, String state) {}

    record MerchantEvent(long seq, String type) {}

    /** What the timeline tells of a callback, or of a fact. */
    record Told(String kind, Optional<UUID> fact, Map<String, String> words) {
        boolean isOfCallback() {
            return fact.isEmpty();
        }
    }

    static Optional<StoredOrder> read(Sql sql, OrderId id) {
        return sql.first(
                "SELECT currency, amount_minor, status, captured_minor, open_attempt_id, expiry_due_at, event_seq"
                        + " FROM orders WHERE id = ?",
                row -> new StoredOrder(
                        id,
                        money(row, "amount_minor"),
                        OrderStatus.valueOf(row.text("status")),
                        money(row, "captured_minor"),
                        row.optionalId("open_attempt_id"),
                        row.optionalInstant("expiry_due_at"),
                        row.number("event_seq"),
                        attempts(sql, id),
                        new Facts(sql, null, null).of(id),
                        new Commands(sql, null, null).ofOrder(id),
                        new Cases(sql, null, null).ofOrder(id),
                        new Ledger(sql, null, null).balances(id),
                        entries(sql, id),
                        references(sql, id),
                        events(sql, id),
                        merchantEvents(sql, id),
                        told(sql, id)),
                id.value());
    }

    private static List<Attempt> attempts(Sql sql, OrderId order) {
        return sql.list(
                "SELECT id, account, capture_mode, currency, amount_minor, due_minor, state, is_open, authorized_minor,"
                        + " captured_minor, verdict, decline_category, decline_code, pay_until, superseded_at,"
                        + " inquiry_due_at FROM payment_attempt WHERE order_id = ? ORDER BY attempt_no",
                row -> new Attempt(
                        new AttemptId(row.id("id")),
                        new Account(row.text("account")),
                        CaptureMode.valueOf(row.text("capture_mode")),
                        money(row, "amount_minor"),
                        money(row, "due_minor"),
                        PaymentState.valueOf(row.text("state")),
                        row.flag("is_open"),
                        money(row, "authorized_minor"),
                        money(row, "captured_minor"),
                        Verdict.valueOf(row.text("verdict")),
                        decline(row),
                        row.optionalInstant("pay_until"),
                        row.optionalInstant("superseded_at").isPresent(),
                        row.optionalInstant("inquiry_due_at")),
                order.value());
    }

    private static Optional<Decline> decline(Row row) throws SQLException {
        var category = row.optionalText("decline_category");
        return category.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decline(FailureCategory.valueOf(category.get()), row.text("decline_code")));
    }

    private static List<Entry> entries(Sql sql, OrderId order) {
        return sql.list(
                "SELECT fact_id, currency, SUM(amount_minor) AS total FROM posting WHERE order_id = ?"
                        + " GROUP BY fact_id, earlier, currency",
                row -> new Entry(row.id("fact_id"), row.text("currency"), row.number("total")),
                order.value());
    }

    private static List<Reference> references(Sql sql, OrderId order) {
        return sql.list(
                "SELECT attempt_id, kind, ref FROM provider_ref WHERE ours = FALSE AND attempt_id IN"
                        + " (SELECT id FROM payment_attempt WHERE order_id = ?)",
                row -> new Reference(
                        new AttemptId(row.id("attempt_id")), new ProviderRef(row.text("kind"), row.text("ref"))),
                order.value());
    }

    private static List<Event> events(Sql sql, OrderId order) {
        return sql.list(
                "SELECT id, state FROM webhook_event WHERE order_id = ?",
                row -> new Event(new EventId(row.id("id")).toString(), row.text("state")),
                order.value());
    }

    private static List<MerchantEvent> merchantEvents(Sql sql, OrderId order) {
        return sql.list(
                "SELECT order_seq, type FROM merchant_event WHERE order_id = ? ORDER BY order_seq",
                row -> new MerchantEvent(row.number("order_seq"), row.text("type")),
                order.value());
    }

    private static List<Told> told(Sql sql, OrderId order) {
        return sql.list(
                "SELECT kind, fact_id, detail FROM timeline_entry WHERE order_id = ?"
                        + " AND (fact_id IS NOT NULL OR kind IN (?, ?))",
                row -> new Told(row.text("kind"), row.optionalId("fact_id"), Details.fromJson(row.text("detail"))),
                order.value(),
                TimelineKind.CALLBACK_RECEIVED.code(),
                TimelineKind.SIGNED_RETURN_RECEIVED.code());
    }

    private static Money money(Row row, String column) throws SQLException {
        return Money.ofMinor(row.number(column), row.text("currency"));
    }
}
