package io.mizan.command;

import io.mizan.fact.Account;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Operation;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import io.mizan.secrets.Vault;
import io.mizan.sql.Claim;
import io.mizan.sql.DueQueue;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All commands, and the queue of those that are due. Requests are sealed: they hold the token of the way back. */
@ApplicationScoped
public class Commands {
    /** Of commands that were asked and not answered, and are still sent again or asked after; by the index of what is due. */
    public static final String OUTCOME_UNKNOWN = "due_at IS NOT NULL AND state IN ('UNKNOWN', 'GIVEN_UP')";

    public static final DueQueue QUEUE = new DueQueue("gateway_command", "");

    private static final String COLUMNS =
            "c.id, c.order_id, c.attempt_id, c.operation, c.ordinal, c.reference, c.amount_minor, a.currency,"
                    + " c.state, c.outcome, c.failure_category, c.failure_code, c.idempotency_key, c.sends, c.created_at,"
                    + " c.sent_at, COALESCE(c.last_sent_at, c.sent_at) AS last_sent_at, c.finished_at, c.due_at,"
                    + " c.due_since";
    private static final String COMMANDS = " FROM gateway_command c JOIN payment_attempt a ON a.id = c.attempt_id";

    private final Sql sql;
    private final Vault vault;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Commands() {
        this(null, null, null);
    }

    @Inject
    public Commands(Sql sql, Vault vault, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Stores a command, planned.
     *
     * @return whether it is new; a command of the same attempt, operation and ordinal or reference is left as it is
     */
    public boolean plan(NewCommand planned) {
        return sql.insertNew(
                "INSERT INTO gateway_command (id, order_id, attempt_id, operation, ordinal, reference,"
                        + " amount_minor, state, idempotency_key, sealed_request, created_at, due_at, claim_no)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?, ?, ?, 0)",
                planned.id(),
                planned.order().value(),
                planned.attempt().value(),
                planned.request().operation(),
                planned.ordinal(),
                planned.reference(),
                planned.amount().map(Money::amountMinor),
                planned.request().idempotencyKey(),
                vault.seal(planned.request().content().getBytes(StandardCharsets.UTF_8), context(planned.id())),
                clock.instant(),
                planned.dueAt());
    }

    /**
     * What somebody is to do who holds its claim.
     *
     * @param account of the gateway that is to be told
     * @param request as it was planned to the byte
     */
    public record Errand(GatewayCommand command, Account account, GatewayRequest request) {}

    public Optional<Errand> find(UUID id) {
        return sql.first(
                "SELECT " + COLUMNS + ", a.account, c.sealed_request" + COMMANDS + " WHERE c.id = ?", this::errand, id);
    }

    private Errand errand(Row row) throws SQLException {
        var command = read(row);
        var content = vault.open(row.bytes("sealed_request"), context(command.id()));
        var request = new GatewayRequest(
                command.operation(), command.idempotencyKey(), new String(content, StandardCharsets.UTF_8));
        return new Errand(command, new Account(row.text("account")), request);
    }

    /** In the order in which they were planned. */
    public List<GatewayCommand> ofOrder(OrderId order) {
        return sql.list(
                "SELECT " + COLUMNS + COMMANDS + " WHERE c.order_id = ? ORDER BY c.created_at, c.id",
                Commands::read,
                order.value());
    }

    public List<GatewayCommand> ofAttempt(AttemptId attempt) {
        return sql.list(
                "SELECT " + COLUMNS + COMMANDS + " WHERE c.attempt_id = ? ORDER BY c.created_at, c.id",
                Commands::read,
                attempt.value());
    }

    /** Claims what is due, in a transaction of its own: nobody else takes it up until the lease runs out. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Claim> claimDue(int most, Duration lease) {
        var now = clock.instant();
        var due = sql.list(
                "SELECT id, claim_no, sends FROM gateway_command WHERE due_at <= ? ORDER BY due_at LIMIT " + most
                        + " FOR UPDATE SKIP LOCKED",
                row -> new Claim(row.id("id"), row.integer("claim_no") + 1, row.integer("sends")),
                now);
        sql.updateAll(
                "UPDATE gateway_command SET claim_no = claim_no + 1, due_since = COALESCE(due_since, due_at), due_at = ?",
                due.stream().map(Claim::id).toList(),
                now.plus(lease));
        return due;
    }

    /**
     * Notes, before the wire, that the request is on it; from then on it may have been acted on. Committed when this
     * returns: one statement that commits by itself.
     *
     * @throws io.mizan.sql.ClaimLost if a successor owns it
     */
    @Transactional(Transactional.TxType.NEVER)
    public void sent(Claim claim) {
        var now = clock.instant();
        sql.updateClaimed(
                claim,
                "UPDATE gateway_command SET state = 'SENT', sends = sends + 1, sent_at = COALESCE(sent_at, ?), last_sent_at = ?"
                        + " WHERE id = ? AND claim_no = ?",
                now,
                now);
    }

    /** The gateway said yes. */
    public void accepted(Claim claim) {
        sql.updateClaimed(
                claim,
                "UPDATE gateway_command SET state = 'DONE', outcome = 'ACCEPTED', finished_at = ?, due_at = NULL,"
                        + " due_since = NULL WHERE id = ? AND claim_no = ?",
                clock.instant());
    }

    /** The gateway said no. */
    public void declined(Claim claim, FailureCategory category, String code) {
        sql.updateClaimed(
                claim,
                "UPDATE gateway_command SET state = 'DONE', outcome = 'DECLINED', failure_category = ?, failure_code = ?,"
                        + " finished_at = ?, due_at = NULL, due_since = NULL WHERE id = ? AND claim_no = ?",
                category,
                code,
                clock.instant());
    }

    /**
     * It was given up and can never be sent again, and the gateway has not acted on it. In the open transaction.
     *
     * @return false if that is no longer so
     */
    public boolean neverActed(UUID id) {
        return sql.update(
                        "UPDATE gateway_command SET state = 'DONE', outcome = 'DECLINED', failure_category = ?,"
                                + " failure_code = ?, finished_at = ?, claim_no = claim_no + 1"
                                + " WHERE id = ? AND state = 'GIVEN_UP' AND due_at IS NULL",
                        FailureCategory.GATEWAY_ERROR,
                        GatewayCommand.NEVER_ACTED,
                        clock.instant(),
                        id)
                == 1;
    }

    /**
     * It is no longer wanted, and was certainly not acted on yet: whoever is about to send it finds that it is not theirs
     * any more. In the open transaction.
     *
     * @return false if it may be on the wire
     */
    public boolean withdraw(UUID id) {
        return sql.update(
                        "UPDATE gateway_command SET state = 'DONE', outcome = 'DECLINED', failure_category = ?,"
                                + " failure_code = ?, finished_at = ?, due_at = NULL, due_since = NULL,"
                                + " claim_no = claim_no + 1 WHERE id = ? AND state = 'PLANNED'",
                        FailureCategory.VALIDATION,
                        GatewayCommand.WITHDRAWN,
                        clock.instant(),
                        id)
                == 1;
    }

    /**
     * Claims what was not sent yet, though somebody else may be about to: they find that it is not theirs any more. In the open
     * transaction.
     *
     * @param dueAt when a worker may take it up, if this one does not send it
     * @return empty if it may be on the wire
     */
    public Optional<Claim> takeOver(UUID id, Instant dueAt) {
        int taken = sql.update(
                "UPDATE gateway_command SET claim_no = claim_no + 1, due_at = ?"
                        + " WHERE id = ? AND state = 'PLANNED' AND sends = 0",
                dueAt,
                id);
        return taken == 0
                ? Optional.empty()
                : sql.first(
                        "SELECT claim_no FROM gateway_command WHERE id = ?",
                        row -> new Claim(id, row.integer("claim_no"), 0),
                        id);
    }

    /**
     * It is not over: a worker takes it up again.
     *
     * @param dueAt absent if nothing can be sent any more
     */
    public void leave(Claim claim, CommandState state, Optional<Instant> dueAt) {
        sql.updateClaimed(
                claim,
                "UPDATE gateway_command SET state = ?, due_at = ?, due_since = NULL WHERE id = ? AND claim_no = ?",
                state,
                dueAt);
    }

    private static GatewayCommand read(Row row) throws SQLException {
        var operation = Operation.valueOf(row.text("operation"));
        return new GatewayCommand(
                row.id("id"),
                new OrderId(row.id("order_id")),
                new AttemptId(row.id("attempt_id")),
                operation,
                row.integer("ordinal"),
                row.optionalText("reference"),
                operation == Operation.CAPTURE || operation == Operation.REFUND
                        ? Optional.of(Money.ofMinor(row.number("amount_minor"), row.text("currency")))
                        : Optional.empty(),
                CommandState.valueOf(row.text("state")),
                row.optionalText("outcome").map(Outcome::valueOf),
                row.optionalText("failure_category").map(FailureCategory::valueOf),
                row.optionalText("failure_code"),
                row.text("idempotency_key"),
                row.integer("sends"),
                row.instant("created_at"),
                row.optionalInstant("sent_at"),
                row.optionalInstant("last_sent_at"),
                row.optionalInstant("finished_at"),
                row.optionalInstant("due_at"),
                row.optionalInstant("due_since"));
    }

    private static String context(UUID command) {
        return "gateway_command/" + command;
    }
}
