package io.mizan.reconciliation;

import io.mizan.sql.Claim;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Claims attempts that are due to be asked about, and orders that are due to expire. */
@ApplicationScoped
public class DueRows {
    private final Sql sql;
    private final Clock clock;
    private final ReconciliationSettings settings;

    /** For the proxy of the container only. */
    protected DueRows() {
        this(null, null, null);
    }

    @Inject
    public DueRows(Sql sql, Clock clock, ReconciliationSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Claim> claimInquiries() {
        var now = clock.instant();
        var due = sql.list(
                "SELECT id, inquiry_claim_no, inquiry_attempts FROM payment_attempt WHERE inquiry_due_at <= ?"
                        + " ORDER BY inquiry_due_at LIMIT " + settings.batch() + " FOR UPDATE SKIP LOCKED",
                row -> new Claim(
                        row.id("id"), row.integer("inquiry_claim_no") + 1, row.integer("inquiry_attempts") + 1),
                now);
        sql.updateAll(
                "UPDATE payment_attempt SET inquiry_claim_no = inquiry_claim_no + 1,"
                        + " inquiry_attempts = inquiry_attempts + 1, inquiry_due_at = ?",
                due.stream().map(Claim::id).toList(),
                now.plus(settings.lease()));
        return due;
    }

    /** It was not asked about after all: that counts for nothing, and it is due again then. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void heldBack(Claim claim, Instant until) {
        sql.update(
                "UPDATE payment_attempt SET inquiry_attempts = inquiry_attempts - 1, inquiry_due_at = ?"
                        + " WHERE id = ? AND inquiry_claim_no = ? AND inquiry_attempts > 0",
                until,
                claim.id(),
                claim.number());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Claim> claimExpiries() {
        var now = clock.instant();
        var due = sql.list(
                "SELECT id, expiry_claim_no, expiry_attempts FROM orders WHERE expiry_due_at <= ?"
                        + " ORDER BY expiry_due_at LIMIT " + settings.batch() + " FOR UPDATE SKIP LOCKED",
                row -> new Claim(row.id("id"), row.integer("expiry_claim_no") + 1, row.integer("expiry_attempts") + 1),
                now);
        sql.updateAll(
                "UPDATE orders SET expiry_claim_no = expiry_claim_no + 1, expiry_attempts = expiry_attempts + 1,"
                        + " expiry_due_at = ?",
                due.stream().map(Claim::id).toList(),
                now.plus(settings.lease()));
        return due;
    }
}
