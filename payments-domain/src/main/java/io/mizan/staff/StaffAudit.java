package io.mizan.staff;

import io.mizan.fact.Details;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** What each member of staff did, numbered without gaps for each person. Append-only. */
@ApplicationScoped
public class StaffAudit {
    private final Sql sql;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected StaffAudit() {
        this(null, null);
    }

    @Inject
    public StaffAudit(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Writes an act down, in the transaction that is open or in one of its own.
     *
     * @param subject the outside id of what it was done to, or the person's own name
     * @param detail ids only
     */
    @Transactional
    public void record(StaffMember who, StaffAct act, String subject, Map<String, String> detail) {
        // The person's row, locked, makes the numbers of two acts at once follow each other.
        sql.first("SELECT id FROM staff WHERE id = ? FOR UPDATE", row -> row.id("id"), who.id());
        sql.update(
                "INSERT INTO staff_audit (staff_id, seq, at, act, subject, detail)"
                        + " SELECT ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ?, ? FROM staff_audit WHERE staff_id = ?",
                who.id(),
                clock.instant(),
                act.code(),
                subject,
                Details.toJson(detail),
                who.id());
    }
}
