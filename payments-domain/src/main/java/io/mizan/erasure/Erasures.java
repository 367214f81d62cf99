package io.mizan.erasure;

import io.mizan.customer.People;
import io.mizan.id.ErasureId;
import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.order.OrderSnapshot;
import io.mizan.sql.Claim;
import io.mizan.sql.DueQueue;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffMember;
import io.mizan.staff.StaffSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All wishes to erase a customer. Each act of staff about one is audited in the same transaction. */
@ApplicationScoped
public class Erasures {
    public static final DueQueue QUEUE = new DueQueue("erasure", "");

    /** One without a time was asked for by a server before they ran out, and waits until somebody decides. */
    private static final String IN_TIME = "COALESCE(due_at > ?, TRUE)";

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final String COLUMNS =
            "SELECT e.id, e.order_id, e.reason, e.state, e.requested_by, r.username AS requester, e.requested_at,"
                    + " d.username AS decider, e.decided_at, e.finished_at, e.due_at, e.orders FROM erasure e"
                    + " JOIN staff r ON r.id = e.requested_by LEFT JOIN staff d ON d.id = e.decided_by";

    private final Sql sql;
    private final People people;
    private final StaffAudit audit;
    private final StaffSettings settings;
    private final Ids ids;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Erasures() {
        this(null, null, null, StaffSettings.DEFAULT, null, null);
    }

    @Inject
    public Erasures(Sql sql, People people, StaffAudit audit, StaffSettings settings, Ids ids, Clock clock) {
        this.sql = sql;
        this.people = people;
        this.audit = audit;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks to erase the customer of an order, and with them everybody who gave the same e-mail address.
     *
     * @param reason why, without personal data; 200 characters at most
     * @return empty if the customer is erased, or if that is asked or carried out already
     */
    @Transactional
    public Optional<ErasureId> request(OrderSnapshot order, String reason, StaffMember who) {
        var emailHash = order.person().flatMap(people::emailHash);
        if (order.customerErasedAt().isPresent() || isUnderWay(order.id(), emailHash)) {
            return Optional.empty();
        }
        var id = new ErasureId(ids.next());
        var now = clock.instant();
        sql.update(
                "INSERT INTO erasure (id, order_id, email_hash, reason, state, requested_by, requested_at, due_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                id.value(),
                order.id().value(),
                emailHash,
                reason,
                ErasureState.AWAITING_APPROVAL,
                who.id(),
                now,
                now.plus(settings.approveWithin()));
        audit.record(
                who,
                StaffAct.ERASURE_REQUESTED,
                id.toString(),
                Map.of("order", order.id().toString()));
        return Optional.of(id);
    }

    /** Whether a reason says who is to be forgotten: it outlives them. */
    public boolean isNamedIn(String reason, OrderSnapshot order) {
        return people.isNamedIn(reason, order.person());
    }

    private boolean isUnderWay(OrderId order, Optional<String> emailHash) {
        return sql.first(
                        "SELECT id FROM erasure WHERE (order_id = ? OR email_hash = ?)"
                                + " AND (state = 'APPROVED' OR (state = 'AWAITING_APPROVAL' AND " + IN_TIME
                                + ")) LIMIT 1",
                        row -> row.id("id"),
                        order.value(),
                        emailHash,
                        clock.instant())
                .isPresent();
    }

    /** How many other orders that still have their customer gave the same e-mail address; counted up to 1,000. */
    public int others(OrderSnapshot order) {
        return order.person()
                .flatMap(people::emailHash)
                .map(hash -> sql.list(
                        "SELECT o.id FROM customer_person p JOIN orders o ON o.person_id = p.id"
                                + " WHERE p.email_hash = ? AND o.id <> ? LIMIT 1000",
                        row -> row.id("id"),
                        hash,
                        order.id().value()))
                .map(List::size)
                .orElse(0);
    }

    /** What came of approving or rejecting. */
    public enum Decision {
        TAKEN,
        /** Whoever asks for it does not decide about it. */
        OWN_WISH,
        /** Somebody decided before, or its time is over. */
        TOO_LATE
    }

    /** Lets it be carried out, for good. */
    @Transactional
    public Decision approve(ErasureId id, StaffMember who) {
        return decide(id, ErasureState.APPROVED, StaffAct.ERASURE_APPROVED, who);
    }

    @Transactional
    public Decision reject(ErasureId id, StaffMember who) {
        return decide(id, ErasureState.REJECTED, StaffAct.ERASURE_REJECTED, who);
    }

    private Decision decide(ErasureId id, ErasureState state, StaffAct act, StaffMember who) {
        var requester = sql.first(
                "SELECT requested_by FROM erasure WHERE id = ? AND state = 'AWAITING_APPROVAL' AND " + IN_TIME
                        + " FOR UPDATE",
                row -> row.id("requested_by"),
                id.value(),
                clock.instant());
        if (requester.isEmpty()) {
            return Decision.TOO_LATE;
        }
        if (requester.get().equals(who.id())) {
            return Decision.OWN_WISH;
        }
        var now = clock.instant();
        sql.update(
                "UPDATE erasure SET state = ?, decided_by = ?, decided_at = ?, due_at = ?,"
                        + " email_hash = IF(? = 'REJECTED', NULL, email_hash) WHERE id = ?",
                state,
                who.id(),
                now,
                state == ErasureState.APPROVED ? now : null,
                state,
                id.value());
        audit.record(who, act, id.toString(), Map.of());
        return Decision.TAKEN;
    }

    public Optional<ErasureSnapshot> find(ErasureId id) {
        return sql.first(COLUMNS + " WHERE e.id = ?", Erasures::read, id.value());
    }

    /** Newest first, whatever became of them. */
    public List<ErasureSnapshot> latest(int most) {
        return sql.list(COLUMNS + " ORDER BY e.id DESC LIMIT " + most, Erasures::read);
    }

    /**
     * What a worker needs to know.
     *
     * @param emailHash absent for somebody who gave no address
     */
    record Wanted(OrderId order, Optional<String> emailHash, String approver) {}

    Wanted wanted(Claim claim) {
        return sql.first(
                        "SELECT e.order_id, e.email_hash, d.username FROM erasure e JOIN staff d ON d.id = e.decided_by"
                                + " WHERE e.id = ?",
                        row -> new Wanted(
                                new OrderId(row.id("order_id")), row.optionalText("email_hash"), row.text("username")),
                        claim.id())
                .orElseThrow();
    }

    /**
     * Claims what is due, in a transaction of its own. A wish that nobody decided about in time ends, and finds nobody any
     * more.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Claim> claimDue() {
        var now = clock.instant();
        sql.update(
                "UPDATE erasure SET state = 'EXPIRED', email_hash = NULL, due_at = NULL"
                        + " WHERE due_at <= ? AND state = 'AWAITING_APPROVAL'",
                now);
        return QUEUE.claim(sql, 1, now, LEASE);
    }

    /** There is more to do. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void goOn(Claim claim, int orders) {
        sql.updateClaimed(
                claim,
                "UPDATE erasure SET orders = orders + ?, attempts = 0, due_at = ? WHERE id = ? AND claim_no = ?",
                orders,
                clock.instant());
    }

    /** Nobody is left; the address that they were found by goes too. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void finish(Claim claim, int orders) {
        sql.updateClaimed(
                claim,
                "UPDATE erasure SET state = 'DONE', orders = orders + ?, email_hash = NULL, finished_at = ?,"
                        + " due_at = NULL WHERE id = ? AND claim_no = ?",
                orders,
                clock.instant());
    }

    private static ErasureSnapshot read(Row row) throws SQLException {
        var state = ErasureState.valueOf(row.text("state"));
        return new ErasureSnapshot(
                new ErasureId(row.id("id")),
                new OrderId(row.id("order_id")),
                row.text("reason"),
                state,
                row.id("requested_by"),
                row.text("requester"),
                row.instant("requested_at"),
                state == ErasureState.AWAITING_APPROVAL ? row.optionalInstant("due_at") : Optional.empty(),
                row.optionalText("decider"),
                row.optionalInstant("decided_at"),
                row.optionalInstant("finished_at"),
                row.integer("orders"));
    }
}
