package io.mizan.idempotency;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps what became of each key of each API key for 30 days. Every statement commits by itself, for the next request must
 * see it whatever becomes of the work; each tells in its condition what it relies on.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class Idempotency {
    /** Longer than any work may take: a gateway's budget for closing one page, for opening another, and some. */
    static final Duration LEASE = Duration.ofSeconds(45);

    static final Duration KEPT = Duration.ofDays(30);
    /** When to ask again about work that is going on: most of it takes less. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    private final Sql sql;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Idempotency() {
        this(null, null, null, null);
    }

    @Inject
    public Idempotency(Sql sql, Vault vault, Ids ids, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Claims the key for this request, or answers what it came to.
     *
     * @throws MizanException {@code IDEMPOTENCY_KEY_REUSED} if the key stands for another request,
     *     {@code IDEMPOTENCY_KEY_IN_USE} if somebody is at work on it
     */
    public Turn begin(UUID apiKey, IdempotencyKey key, RequestHash request) {
        var now = clock.instant();
        var work = new Turn.Work(apiKey, key, ids.next(), ids.next(), true);
        if (insert(work, request, now)) {
            return work;
        }
        var kept = find(apiKey, key);
        if (kept.isEmpty() || kept.get().isOver(now)) {
            return again(work, request, now);
        }
        return join(work, kept.get(), request, now);
    }

    /**
     * Keeps the answer of finished work.
     *
     * @param order whose customer the answer tells of, if it does: {@link #forgetAnswers} finds it by this
     * @return the answer to give: this one; or another's, if the lease ran out and a successor has finished first
     * @throws MizanException {@code IDEMPOTENCY_KEY_IN_USE} if a successor is still at work
     */
    public Answer conclude(Turn.Work work, Answer answer, Optional<OrderId> order) {
        int kept = sql.update(
                "UPDATE idempotency_record SET sealed_answer = ?, order_id = ? WHERE api_key_id = ?"
                        + " AND idempotency_key = ? AND owner = ? AND sealed_answer IS NULL",
                vault.seal(answer.toBytes(), context(work.apiKey(), work.key())),
                order.map(OrderId::value),
                work.apiKey(),
                work.key().value(),
                work.owner());
        if (kept == 1) {
            return answer;
        }
        return find(work.apiKey(), work.key())
                .flatMap(successor -> successor.answer(vault, work.apiKey(), work.key()))
                .orElseThrow(Idempotency::inUse);
    }

    /** Nothing came of it: the key is free, for a request that is put right. Only for whoever was the first. */
    public void forget(Turn.Work work) {
        sql.update(
                "DELETE FROM idempotency_record WHERE api_key_id = ? AND idempotency_key = ? AND owner = ?"
                        + " AND sealed_answer IS NULL",
                work.apiKey(),
                work.key().value(),
                work.owner());
    }

    /** Something may have come of it: the next request with this key continues the same effect, without waiting. */
    public void letGo(Turn.Work work) {
        sql.update(
                "UPDATE idempotency_record SET lease_until = ? WHERE api_key_id = ? AND idempotency_key = ?"
                        + " AND owner = ? AND sealed_answer IS NULL",
                clock.instant(),
                work.apiKey(),
                work.key().value(),
                work.owner());
    }

    /**
     * Drops what was answered about an order, for it may repeat what is to be forgotten. A repeat of the request is held
     * against the business reference then, or finds done what it asks for.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forgetAnswers(OrderId order) {
        sql.update("DELETE FROM idempotency_record WHERE order_id = ? AND sealed_answer IS NOT NULL", order.value());
        // Answers from before they knew their order; what made it has its id.
        sql.update("DELETE FROM idempotency_record WHERE effect_id = ? AND sealed_answer IS NOT NULL", order.value());
    }

    /** Drops what was kept long enough. @return how many, at most {@code most} */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int sweep(int most) {
        return sql.update(
                "DELETE FROM idempotency_record WHERE expires_at <= ? ORDER BY expires_at LIMIT " + most,
                clock.instant());
    }

    private record Kept(
            String requestHash,
            UUID effectId,
            UUID owner,
            Instant leaseUntil,
            Optional<byte[]> sealedAnswer,
            Instant expiresAt) {
        boolean isOver(Instant now) {
            return !expiresAt.isAfter(now);
        }

        Optional<Answer> answer(Vault vault, UUID apiKey, IdempotencyKey key) {
            return sealedAnswer.map(bytes -> Answer.fromBytes(vault.open(bytes, context(apiKey, key))));
        }
    }

    private boolean insert(Turn.Work work, RequestHash request, Instant now) {
        return sql.insertNew(
                "INSERT INTO idempotency_record (api_key_id, idempotency_key, request_hash, effect_id, owner,"
                        + " lease_until, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                work.apiKey(),
                work.key().value(),
                request.value(),
                work.effectId(),
                work.owner(),
                now.plus(LEASE),
                now,
                now.plus(KEPT));
    }

    /** The record is gone or has outlived its time: this request is as good as the first. */
    private Turn again(Turn.Work work, RequestHash request, Instant now) {
        sql.update(
                "DELETE FROM idempotency_record WHERE api_key_id = ? AND idempotency_key = ? AND expires_at <= ?",
                work.apiKey(),
                work.key().value(),
                now);
        if (insert(work, request, now)) {
            return work;
        }
        throw inUse();
    }

    private Turn join(Turn.Work work, Kept kept, RequestHash request, Instant now) {
        if (!kept.requestHash.equals(request.value())) {
            throw MizanException.of(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "Idempotency-Key",
                    "This key was used for another request. Use a new key for a new act, and the same body for a repeat.");
        }
        var answer = kept.answer(vault, work.apiKey(), work.key());
        if (answer.isPresent()) {
            return new Turn.Replay(answer.get());
        }
        if (kept.leaseUntil.isAfter(now) || !takeOver(work, kept, now)) {
            throw inUse();
        }
        return new Turn.Work(work.apiKey(), work.key(), kept.effectId, work.owner(), false);
    }

    private boolean takeOver(Turn.Work work, Kept kept, Instant now) {
        return sql.update(
                        "UPDATE idempotency_record SET owner = ?, lease_until = ? WHERE api_key_id = ?"
                                + " AND idempotency_key = ? AND owner = ? AND sealed_answer IS NULL"
                                + " AND lease_until <= ?",
                        work.owner(),
                        now.plus(LEASE),
                        work.apiKey(),
                        work.key().value(),
                        kept.owner,
                        now)
                == 1;
    }

    private Optional<Kept> find(UUID apiKey, IdempotencyKey key) {
        return sql.first(
                "SELECT request_hash, effect_id, owner, lease_until, sealed_answer, expires_at FROM idempotency_record"
                        + " WHERE api_key_id = ? AND idempotency_key = ?",
                row -> new Kept(
                        row.text("request_hash"),
                        row.id("effect_id"),
                        row.id("owner"),
                        row.instant("lease_until"),
                        Optional.ofNullable(row.bytes("sealed_answer")),
                        row.instant("expires_at")),
                apiKey,
                key.value());
    }

    private static MizanException inUse() {
        return MizanException.of(
                        ErrorCode.IDEMPOTENCY_KEY_IN_USE,
                        "Idempotency-Key",
                        "The first request with this key is still at work. Repeat this one in a moment.")
                .retryAfter(ASK_AGAIN);
    }

    private static String context(UUID apiKey, IdempotencyKey key) {
        return "idempotency_record/" + apiKey + "/" + key.value();
    }
}
