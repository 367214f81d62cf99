package io.mizan.inbox;

import static java.lang.System.Logger.Level.WARNING;

import io.mizan.fact.Account;
import io.mizan.gateway.Callback;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.ProviderRef;
import io.mizan.halt.HaltPoint;
import io.mizan.id.AttemptId;
import io.mizan.id.EventId;
import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.secrets.CardNumbers;
import io.mizan.secrets.Digests;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stores callbacks and hands them to workers. */
@ApplicationScoped
public class WebhookInbox {
    /** The reason of those that wait for their gateway. */
    public static final String GATEWAY_MISSING = "gateway_missing";

    public static final DueQueue QUEUE = new DueQueue("webhook_event", "");

    private static final System.Logger LOG = System.getLogger("mizan.inbox");
    private static final UUID LOWEST_ID = new UUID(0, 0);
    private static final int MOST_ATTEMPTS_TOGETHER = 2;
    private static final int LONGEST_ERROR = 400;
    private static final int LONGEST_REASON = 60;
    private static final String COLUMNS =
            "SELECT id, gateway, account, provider_event_id, type, proof, body_sha256, state, reason, order_id, return_of,"
                    + " sent_at, received_at, processed_at, attempts, last_error, due_at, sealed_body IS NOT NULL AS body_kept";
    private static final String EVENTS = COLUMNS + " FROM webhook_event";

    private final Sql sql;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected WebhookInbox() {
        this(null, null, null, null);
    }

    @Inject
    public WebhookInbox(Sql sql, Vault vault, Ids ids, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores a callback that is genuine, once; committed when this returns, so that 200 may be answered. It is one statement,
     * which commits by itself, outside of any transaction.
     */
    @Transactional(Transactional.TxType.NEVER)
    public Receipt receive(PaymentGateway gateway, Callback.Verdict.Genuine verdict, byte[] body) {
        return store(gateway, Envelope.of(verdict, Optional.empty()), body, WebhookState.RECEIVED, Optional.empty());
    }

    /** Stores what a gateway signed and a browser brought to the return address of an attempt; as above. */
    @Transactional(Transactional.TxType.NEVER)
    public Receipt receiveReturn(
            PaymentGateway gateway, AttemptId attempt, Callback.Verdict.Genuine verdict, byte[] body) {
        return store(
                gateway, Envelope.of(verdict, Optional.of(attempt)), body, WebhookState.RECEIVED, Optional.empty());
    }

    /** Stores that a callback of another account or mode came: it is never applied, so its body is not kept. */
    @Transactional(Transactional.TxType.NEVER)
    public Receipt receive(PaymentGateway gateway, Callback.Verdict.Foreign verdict, byte[] body) {
        return store(
                gateway,
                new Envelope(verdict.eventId(), verdict.type(), verdict.sentAt(), verdict.proof(), Optional.empty()),
                body,
                WebhookState.IGNORED,
                Optional.of(verdict.reason()));
    }

    private record Envelope(
            String eventId, String type, Optional<Instant> sentAt, String proof, Optional<AttemptId> returnOf) {
        static Envelope of(Callback.Verdict.Genuine verdict, Optional<AttemptId> returnOf) {
            return new Envelope(verdict.eventId(), verdict.type(), verdict.sentAt(), verdict.proof(), returnOf);
        }
    }

    private Receipt store(
            PaymentGateway gateway, Envelope envelope, byte[] body, WebhookState state, Optional<String> reason) {
        HaltPoint.CALLBACK_JUDGED.pass();
        var id = ids.next();
        var now = clock.instant();
        boolean isNew = sql.insertNew(
                "INSERT INTO webhook_event (id, gateway, account, provider_event_id, type, proof, body_sha256,"
                        + " sealed_body, holds_card_number, state, reason, return_of, sent_at, received_at, due_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                gateway.name().value(),
                gateway.account().value(),
                envelope.eventId(),
                envelope.type(),
                envelope.proof(),
                Digests.sha256(body),
                state == WebhookState.RECEIVED ? vault.seal(body, context(id)) : null,
                holdsCardNumber(gateway, body),
                state,
                reason,
                envelope.returnOf().map(AttemptId::value),
                envelope.sentAt(),
                now,
                state == WebhookState.RECEIVED ? now : null);
        return isNew ? Receipt.STORED : Receipt.DUPLICATE;
    }

    /** No gateway should send one. It is sealed like every body; that it is there wants a person's look. */
    private static boolean holdsCardNumber(PaymentGateway gateway, byte[] body) {
        boolean holds = CardNumbers.isIn(new String(body, StandardCharsets.ISO_8859_1));
        if (holds) {
            LOG.log(WARNING, "event=inbox.card_number gateway={0}", gateway.name());
        }
        return holds;
    }

    public Optional<WebhookEvent> find(EventId id) {
        return sql.first(EVENTS + " WHERE id = ?", WebhookInbox::read, id.value());
    }

    /**
     * A callback with what came.
     *
     * @param body the raw bytes; empty once they were destroyed. Holds personal data: for working and replay only
     */
    public record Letter(WebhookEvent event, Optional<byte[]> body) {}

    /** A callback together with its bytes. */
    public Optional<Letter> letter(EventId id) {
        return sql.first(
                COLUMNS + ", sealed_body FROM webhook_event WHERE id = ?",
                row -> new Letter(
                        read(row), Optional.ofNullable(row.bytes("sealed_body")).map(bytes -> open(id, bytes))),
                id.value());
    }

    /** Newest first, by id, which sorts by time. */
    public List<WebhookEvent> page(EventQuery query) {
        var conditions = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        query.state().ifPresent(state -> {
            conditions.add("state = ?");
            arguments.add(state);
        });
        query.after().ifPresent(after -> {
            conditions.add("id < ?");
            arguments.add(after.value());
        });
        var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return sql.list(
                EVENTS + where + " ORDER BY id DESC LIMIT " + query.limit(), WebhookInbox::read, arguments.toArray());
    }

    /**
     * Makes one that was not worked to its end due now, with all its tries before it. In the open transaction.
     *
     * @return false if it was worked meanwhile, or may not be
     */
    @Transactional
    public boolean workAgain(EventId id) {
        return sql.update(
                        "UPDATE webhook_event SET state = 'RECEIVED', reason = NULL, attempts = 0, claim_no = claim_no + 1,"
                                + " due_at = ? WHERE id = ? AND (state IN ('RECEIVED', 'FAILED', 'DEAD', 'WAITING')"
                                + " OR (state = 'IGNORED' AND processed_at IS NOT NULL))",
                        clock.instant(),
                        id.value())
                == 1;
    }

    /** Oldest first. */
    public List<WebhookEvent> ofOrder(OrderId order) {
        return sql.list(EVENTS + " WHERE order_id = ? ORDER BY received_at, id", WebhookInbox::read, order.value());
    }

    /**
     * The raw bytes, as they came; empty once they were destroyed. Holds personal data: for working and replay only.
     */
    public Optional<byte[]> body(EventId id) {
        return sql.first(
                        "SELECT sealed_body FROM webhook_event WHERE id = ?",
                        row -> Optional.ofNullable(row.bytes("sealed_body")),
                        id.value())
                .flatMap(kept -> kept)
                .map(bytes -> open(id, bytes));
    }

    private byte[] open(EventId id, byte[] bytes) {
        return vault.open(bytes, context(id.value()));
    }

    /** Destroys the raw bodies of an order; of what is yet to be worked, once it was. In the open transaction. */
    public void forgetBodies(OrderId order) {
        sql.update("UPDATE webhook_event SET sealed_body = NULL WHERE order_id = ? AND due_at IS NULL", order.value());
    }

    private record Received(UUID id, Instant at) {}

    /** Destroys the raw body of one callback. In the open transaction. */
    public void forgetBody(EventId event) {
        sql.update("UPDATE webhook_event SET sealed_body = NULL WHERE id = ?", event.value());
    }

    /**
     * Destroys the raw bodies of what was received before then, whatever became of it, oldest first; goes on where the
     * last call ended.
     *
     * @return how many callbacks were looked at, at most {@code most}
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int forgetBodiesBefore(Instant then, int most) {
        sql.insertNew("INSERT INTO retention_cursor (name, last_id) VALUES ('webhook_event', ?)", LOWEST_ID);
        var last = sql.first(
                        "SELECT last_id FROM retention_cursor WHERE name = 'webhook_event' FOR UPDATE",
                        row -> row.id("last_id"))
                .orElseThrow();
        var old = sql
                .list(
                        "SELECT id, received_at FROM webhook_event WHERE id > ? ORDER BY id LIMIT " + most,
                        row -> new Received(row.id("id"), row.instant("received_at")),
                        last)
                .stream()
                .takeWhile(received -> received.at().isBefore(then))
                .map(Received::id)
                .toList();
        old.forEach(id -> sql.update("UPDATE webhook_event SET sealed_body = NULL WHERE id = ?", id));
        if (!old.isEmpty()) {
            sql.update("UPDATE retention_cursor SET last_id = ? WHERE name = 'webhook_event'", old.get(old.size() - 1));
        }
        return old.size();
    }

    /**
     * Claims what is due, in a transaction of its own: nobody else takes it up until the lease runs out. What was begun
     * several times without an end is claimed alone, so that one that kills the process takes no others down with it.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Claim> claimDue(int most, Duration lease) {
        var now = clock.instant();
        var due = together(sql.list(
                "SELECT id, claim_no, attempts FROM webhook_event WHERE due_at <= ? ORDER BY due_at LIMIT " + most
                        + " FOR UPDATE SKIP LOCKED",
                row -> new Claim(row.id("id"), row.integer("claim_no") + 1, row.integer("attempts") + 1),
                now));
        sql.updateAll(
                "UPDATE webhook_event SET claim_no = claim_no + 1, attempts = attempts + 1, due_at = ?",
                due.stream().map(Claim::id).toList(),
                now.plus(lease));
        return due;
    }

    private static List<Claim> together(List<Claim> due) {
        if (due.isEmpty() || due.get(0).attempts() > MOST_ATTEMPTS_TOGETHER) {
            return due.stream().limit(1).toList();
        }
        return due.stream()
                .filter(claim -> claim.attempts() <= MOST_ATTEMPTS_TOGETHER)
                .toList();
    }

    /**
     * It is part of an order's facts now. Called inside the transaction that recorded them.
     *
     * @throws io.mizan.sql.ClaimLost if a successor owns it, or if it is so already
     */
    public void processed(Claim claim, OrderId order) {
        sql.updateClaimed(
                claim,
                "UPDATE webhook_event SET state = 'PROCESSED', reason = NULL, order_id = ?, processed_at = ?,"
                        + " due_at = NULL, last_error = NULL WHERE due_at IS NOT NULL AND id = ? AND claim_no = ?",
                order.value(),
                clock.instant());
    }

    /** Whose it is, before it is worked: should that fail for good, an erasure of the order finds it all the same. */
    @Transactional(Transactional.TxType.NEVER) // one statement, which commits by itself
    public void belongsTo(Claim claim, OrderId order) {
        sql.updateClaimed(claim, "UPDATE webhook_event SET order_id = ? WHERE id = ? AND claim_no = ?", order.value());
    }

    /** Nothing that we ever act on: its body, which may name a payer, is destroyed. */
    @Transactional(Transactional.TxType.NEVER) // one statement, which commits by itself
    public void irrelevant(Claim claim, String reason) {
        sql.updateClaimed(
                claim,
                "UPDATE webhook_event SET state = 'IGNORED', reason = ?, processed_at = ?, due_at = NULL,"
                        + " sealed_body = NULL WHERE id = ? AND claim_no = ?",
                cut(reason, LONGEST_REASON),
                clock.instant());
    }

    /** Nothing that we act on. Should one of its ids turn out to be ours, it is read again. */
    @Transactional
    public void ignored(Claim claim, String reason, Account account, Collection<ProviderRef> refs) {
        sql.updateClaimed(
                claim,
                "UPDATE webhook_event SET state = 'IGNORED', reason = ?, processed_at = ?, due_at = NULL"
                        + " WHERE id = ? AND claim_no = ?",
                cut(reason, LONGEST_REASON),
                clock.instant());
        remember(claim.id(), account, refs);
    }

    /**
     * It is ours but its order is not known yet: it is woken by one of its ids.
     *
     * @param nextLook when it is looked at again all the same, if ever
     */
    @Transactional
    public void waits(Claim claim, Account account, Collection<ProviderRef> refs, Optional<Instant> nextLook) {
        sql.updateClaimed(
                claim,
                "UPDATE webhook_event SET state = 'WAITING', reason = 'order_unknown', attempts = 0, due_at = ?"
                        + " WHERE id = ? AND claim_no = ?",
                nextLook);
        remember(claim.id(), account, refs);
    }

    /** Its gateway is not there, so that nobody can read it. That is no try, and does not count towards dead. */
    @Transactional(Transactional.TxType.NEVER) // one statement, which commits by itself
    public void waitsForGateway(Claim claim, Instant nextLook) {
        sql.updateClaimed(
                claim,
                "UPDATE webhook_event SET state = 'WAITING', reason = '" + GATEWAY_MISSING
                        + "', attempts = 0, due_at = ?" + " WHERE due_at IS NOT NULL AND id = ? AND claim_no = ?",
                nextLook);
    }

    /** Those of which callbacks wait for their gateway. */
    public List<GatewayName> missed() {
        return sql.list(
                "SELECT DISTINCT gateway FROM webhook_event WHERE state = 'WAITING' AND reason = '" + GATEWAY_MISSING
                        + "' ORDER BY gateway",
                row -> new GatewayName(row.text("gateway")));
    }

    /**
     * It could not be worked. If it was all the same, and only the answer to the commit was lost, it stays worked. The
     * body of one that is dead goes if its order has lost its customer.
     *
     * @param retryAt absent if it is dead
     * @throws io.mizan.sql.ClaimLost if it is worked, or a successor owns it
     */
    @Transactional
    public void failed(Claim claim, String error, Optional<Instant> retryAt) {
        sql.updateClaimed(
                claim,
                "UPDATE webhook_event SET state = ?, last_error = ?, due_at = ?"
                        + " WHERE due_at IS NOT NULL AND id = ? AND claim_no = ?",
                retryAt.isPresent() ? WebhookState.FAILED : WebhookState.DEAD,
                cut(error, LONGEST_ERROR),
                retryAt);
        if (retryAt.isEmpty()) {
            sql.update(
                    "UPDATE webhook_event e JOIN orders o ON o.id = e.order_id SET e.sealed_body = NULL"
                            + " WHERE e.id = ? AND o.customer_erased_at IS NOT NULL",
                    claim.id());
        }
    }

    /** A conflict of locks is nobody's fault: it is taken up again at once and does not count towards dead. */
    @Transactional(Transactional.TxType.NEVER) // one statement, which commits by itself
    public void postponed(Claim claim) {
        sql.updateClaimed(
                claim,
                "UPDATE webhook_event SET attempts = attempts - 1, due_at = ?"
                        + " WHERE due_at IS NOT NULL AND id = ? AND claim_no = ?",
                clock.instant());
    }

    /**
     * One of these ids turned out to be ours: what mentioned it and was put aside is due again. In the open transaction;
     * waits for whoever is putting aside what mentions it.
     *
     * @return how many
     */
    public int wake(Account account, ProviderRef ref) {
        return sql.update(
                "UPDATE webhook_event e JOIN webhook_event_ref r ON r.event_id = e.id"
                        + " SET e.due_at = ?, e.state = 'RECEIVED'"
                        + " WHERE r.account = ? AND r.ref = ? AND e.state IN ('WAITING', 'IGNORED')",
                clock.instant(),
                account.value(),
                ref.value());
    }

    /** The gateway of this account is there again: what waited for it is due. */
    @Transactional
    public void wake(Account account) {
        var now = clock.instant();
        sql.update(
                "UPDATE webhook_event SET due_at = ? WHERE state = 'WAITING' AND reason = '" + GATEWAY_MISSING
                        + "' AND account = ? AND due_at > ?",
                now,
                account.value(),
                now);
    }

    private void remember(UUID event, Account account, Collection<ProviderRef> refs) {
        refs.forEach(ref -> sql.insertNew(
                "INSERT INTO webhook_event_ref (event_id, account, ref) VALUES (?, ?, ?)",
                event,
                account.value(),
                ref.value()));
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    private static WebhookEvent read(Row row) throws SQLException {
        return new WebhookEvent(
                new EventId(row.id("id")),
                new GatewayName(row.text("gateway")),
                row.text("account"),
                row.text("provider_event_id"),
                row.text("type"),
                row.text("proof"),
                row.text("body_sha256"),
                WebhookState.valueOf(row.text("state")),
                row.optionalText("reason"),
                row.optionalId("order_id").map(OrderId::new),
                row.optionalId("return_of").map(AttemptId::new),
                row.optionalInstant("sent_at"),
                row.instant("received_at"),
                row.optionalInstant("processed_at"),
                row.integer("attempts"),
                row.optionalText("last_error"),
                row.optionalInstant("due_at"),
                row.flag("body_kept"));
    }

    private static String context(UUID event) {
        return "webhook_event/" + event;
    }
}
