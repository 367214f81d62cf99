package io.mizan.reconciliation;

import io.mizan.sql.Claim;
import io.mizan.sql.DueQueue;
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
    public static final DueQueue INQUIRIES = new DueQueue("payment_attempt", "inquiry_", true);
    public static final DueQueue EXPIRIES = new DueQueue("orders", "expiry_", true);

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
        return INQUIRIES.claim(sql, settings.batch(), clock.instant(), settings.lease());
    }

    /** It was not asked about after all: that counts for nothing, and it is due again then. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void heldBack(Claim claim, Instant until) {
        sql.update(
                "UPDATE payment_attempt SET inquiry_attempts = inquiry_attempts - 1, inquiry_due_at = ?,"
                        + " inquiry_due_since = NULL WHERE id = ? AND inquiry_claim_no = ? AND inquiry_attempts > 0",
                until,
                claim.id(),
                claim.number());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Claim> claimExpiries() {
        return EXPIRIES.claim(sql, settings.batch(), clock.instant(), settings.lease());
    }
}
