package io.mizan.staff;

import io.mizan.chain.AuditChain;
import io.mizan.chain.ChainHash;
import io.mizan.fact.Details;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

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
        // The person's row, locked, makes two acts at once follow each other.
        var last = sql.first(
                        "SELECT audit_seq, audit_head FROM staff WHERE id = ? FOR UPDATE",
                        row -> new Last(row.number("audit_seq"), row.optionalText("audit_head")),
                        who.id())
                .orElseThrow(() -> new IllegalArgumentException("no member of staff " + who.id()));
        var previous = last.head().orElse(ChainHash.GENESIS);
        var entry = new AuditChain.Row(last.seq() + 1, clock.instant(), act.code(), subject, Details.toJson(detail));
        var hash = AuditChain.hash(who.id(), previous, entry);
        sql.update(
                "INSERT INTO staff_audit (staff_id, seq, at, act, subject, detail, prev_hash, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                who.id(),
                entry.seq(),
                entry.at(),
                entry.act(),
                entry.subject(),
                entry.detail(),
                previous,
                hash);
        sql.update(
                "UPDATE staff SET audit_seq = ?, audit_head = ?, anchor_due_at = ? WHERE id = ?",
                entry.seq(),
                hash,
                entry.at(),
                who.id());
    }

    private record Last(long seq, Optional<String> head) {}
}
