package io.mizan.chain;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.sql.Claim;
import io.mizan.sql.ClaimLost;
import io.mizan.sql.DueQueue;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Verifications of all chains. One is a row that a worker takes up again and again, a bounded number of chains each time,
 * so it goes on after a crash and holds no lock while it reads.
 */
@ApplicationScoped
public class ChainChecks {
    public static final DueQueue QUEUE = new DueQueue("chain_check", "");

    private static final System.Logger LOG = System.getLogger("mizan.chain");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int CHAINS_A_STEP = 200;
    private static final int ANCHORS_A_STEP = 50;
    private static final int MOST_FAILURES = 5;
    private static final String LOWEST_ID = ChainVerifier.LOWEST_ID.toString();

    private final Sql sql;
    private final ChainVerifier verifier;
    private final RowProof proof;
    private final Ids ids;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected ChainChecks() {
        this(null, null, null, null, null);
    }

    @Inject
    public ChainChecks(Sql sql, ChainVerifier verifier, RowProof proof, Ids ids, Clock clock) {
        this.sql = sql;
        this.verifier = verifier;
        this.proof = proof;
        this.ids = ids;
        this.clock = clock;
    }

    private enum Stage {
        ORDERS,
        STAFF,
        ANCHORS,
        ROWS,
        DONE
    }

    /**
     * How far a verification is, or what it came to.
     *
     * @param finishedAt absent while it goes on, and for one that failed too often to go on
     * @param faults the first 100
     */
    public record ChainCheck(
            UUID id,
            String requestedBy,
            Instant requestedAt,
            Optional<Instant> finishedAt,
            boolean givenUp,
            long orders,
            long people,
            long anchors,
            long proven,
            long entries,
            long faultCount,
            List<ChainFault> faults) {}

    private record Progress(Stage stage, String cursor, long faultCount) {}

    /** What a step did. */
    private record Step(Stage next, String cursor, long chains, long entries, List<ChainFault> faults) {}

    /** Starts a verification, unless one is going on. @return whether a new one was started */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean request(String who) {
        var now = clock.instant();
        if (sql.first("SELECT id FROM chain_check WHERE due_at IS NOT NULL LIMIT 1 FOR UPDATE", row -> row.id("id"))
                .isPresent()) {
            return false;
        }
        sql.update(
                "INSERT INTO chain_check (id, requested_by, requested_at, stage, cursor_at, due_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                ids.next(),
                who,
                now,
                Stage.ORDERS,
                LOWEST_ID,
                now);
        return true;
    }

    /** The newest, going on or not. */
    public Optional<ChainCheck> latest() {
        return sql.first(
                "SELECT id, requested_by, requested_at, finished_at, due_at, orders, people, anchors, proven, entries,"
                        + " fault_count FROM chain_check ORDER BY requested_at DESC, id DESC LIMIT 1",
                this::read);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Claim> claimDue() {
        return QUEUE.claim(sql, 1, clock.instant(), LEASE);
    }

    /** Does one step. One that fails five times in a row ends the verification without a result. */
    public void work(Claim claim) {
        try {
            if (claim.attempts() > MOST_FAILURES) {
                sql.updateClaimed(claim, "UPDATE chain_check SET due_at = NULL WHERE id = ? AND claim_no = ?");
                LOG.log(ERROR, "event=chain.check_given_up check={0}", claim.id());
                return;
            }
            var progress = sql.first(
                            "SELECT stage, cursor_at, fault_count FROM chain_check WHERE id = ?",
                            row -> new Progress(
                                    Stage.valueOf(row.text("stage")), row.text("cursor_at"), row.number("fault_count")),
                            claim.id())
                    .orElseThrow();
            note(claim, progress, step(progress));
        } catch (ClaimLost lost) {
            LOG.log(WARNING, "event=chain.claim_lost check={0}", claim.id());
        } catch (RuntimeException failure) {
            LOG.log(ERROR, "event=chain.check_failed check=" + claim.id(), failure);
        }
    }

    private Step step(Progress progress) {
        return switch (progress.stage()) {
            case ORDERS -> chains(progress, Chain.ORDER, Stage.STAFF);
            case STAFF -> chains(progress, Chain.STAFF, Stage.ANCHORS);
            case ANCHORS -> anchors(Long.parseLong(progress.cursor()));
            case ROWS, DONE -> rows(UUID.fromString(progress.cursor()));
        };
    }

    private Step chains(Progress progress, Chain chain, Stage then) {
        var subjects = verifier.page(chain, UUID.fromString(progress.cursor()), CHAINS_A_STEP);
        var faults = new ArrayList<ChainFault>();
        long entries = 0;
        for (var subject : subjects) {
            var verdict = verifier.verify(chain, subject);
            entries += verdict.entries();
            faults.addAll(verdict.faults());
        }
        boolean isLast = subjects.size() < CHAINS_A_STEP;
        var next = isLast ? then : progress.stage();
        var cursor = isLast
                ? then == Stage.ANCHORS ? "0" : LOWEST_ID
                : subjects.get(subjects.size() - 1).toString();
        return new Step(next, cursor, subjects.size(), entries, faults);
    }

    private Step anchors(long after) {
        var verdict = verifier.anchors(after, ANCHORS_A_STEP);
        boolean isLast = verdict.entries() < ANCHORS_A_STEP;
        return new Step(
                isLast ? Stage.ROWS : Stage.ANCHORS,
                isLast ? LOWEST_ID : Long.toString(verifier.lastAnchor(after, ANCHORS_A_STEP)),
                verdict.entries(),
                0,
                verdict.faults());
    }

    /** What the chains prove was written; whether the rows are what follows from it is another question. */
    private Step rows(UUID after) {
        var orders = verifier.page(Chain.ORDER, after, CHAINS_A_STEP);
        var faults = orders.stream()
                .filter(order -> !proof.holds(order))
                .map(order -> new ChainFault(ChainFault.Kind.ROWS_DIFFER, new OrderId(order).toString(), 0))
                .toList();
        boolean isLast = orders.size() < CHAINS_A_STEP;
        return new Step(
                isLast ? Stage.DONE : Stage.ROWS,
                isLast ? LOWEST_ID : orders.get(orders.size() - 1).toString(),
                orders.size(),
                0,
                faults);
    }

    private void note(Claim claim, Progress before, Step step) {
        var counted =
                switch (before.stage()) {
                    case ORDERS -> "orders";
                    case STAFF -> "people";
                    case ANCHORS -> "anchors";
                    case ROWS, DONE -> "proven";
                };
        long position = before.faultCount();
        for (var fault : step.faults()) {
            sql.insertNew(
                    "INSERT INTO chain_check_fault (check_id, position, kind, subject, seq) VALUES (?, ?, ?, ?, ?)",
                    claim.id(),
                    position++,
                    fault.kind(),
                    fault.subject(),
                    fault.seq());
            LOG.log(
                    ERROR,
                    "event=chain.broken kind={0} subject={1} seq={2}",
                    fault.kind().code(),
                    fault.subject(),
                    Long.toString(fault.seq()));
        }
        boolean done = step.next() == Stage.DONE;
        var now = clock.instant();
        sql.updateClaimed(
                claim,
                "UPDATE chain_check SET stage = ?, cursor_at = ?, " + counted + " = " + counted + " + ?,"
                        + " entries = entries + ?, fault_count = ?, attempts = 0, due_at = ?, finished_at = ?"
                        + " WHERE id = ? AND claim_no = ?",
                step.next(),
                step.cursor(),
                step.chains(),
                step.entries(),
                position,
                done ? null : now,
                done ? now : null);
        if (done) {
            LOG.log(INFO, "event=chain.checked check={0} faults={1}", claim.id(), Long.toString(position));
        }
    }

    private ChainCheck read(Row row) throws SQLException {
        var id = row.id("id");
        var finished = row.optionalInstant("finished_at");
        return new ChainCheck(
                id,
                row.text("requested_by"),
                row.instant("requested_at"),
                finished,
                finished.isEmpty() && row.optionalInstant("due_at").isEmpty(),
                row.number("orders"),
                row.number("people"),
                row.number("anchors"),
                row.number("proven"),
                row.number("entries"),
                row.number("fault_count"),
                faults(id));
    }

    private List<ChainFault> faults(UUID check) {
        return sql.list(
                "SELECT kind, subject, seq FROM chain_check_fault WHERE check_id = ? ORDER BY position LIMIT 100",
                row -> new ChainFault(
                        ChainFault.Kind.valueOf(row.text("kind")), row.text("subject"), row.number("seq")),
                check);
    }
}
