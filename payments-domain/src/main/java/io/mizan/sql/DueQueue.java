package io.mizan.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Rows of a table that are worked when they are due: whoever claims one is alone with it until a lease runs out, whether or
 * not the process lives.
 *
 * @param prefix of the columns {@code due_at}, {@code claim_no} and {@code attempts}; empty where the table is one queue
 */
public record DueQueue(String table, String prefix) {
    /**
     * Claims what is due, the longest first; what somebody else has locked is passed over. Needs a transaction of its own, so
     * that the claims are known to everybody before the work begins.
     */
    public List<Claim> claim(Sql sql, int most, Instant now, Duration lease) {
        var due = sql.list(
                "SELECT id, " + claimNo() + " AS claim_no, " + attempts() + " AS attempts FROM " + table + " WHERE "
                        + dueAt() + " <= ? ORDER BY " + dueAt() + " LIMIT " + most + " FOR UPDATE SKIP LOCKED",
                row -> new Claim(row.id("id"), row.integer("claim_no") + 1, row.integer("attempts") + 1),
                now);
        sql.updateAll(
                "UPDATE " + table + " SET " + claimNo() + " = " + claimNo() + " + 1, " + attempts() + " = " + attempts()
                        + " + 1, " + dueAt() + " = ?",
                due.stream().map(Claim::id).toList(),
                now.plus(lease));
        return due;
    }

    private String dueAt() {
        return prefix + "due_at";
    }

    private String claimNo() {
        return prefix + "claim_no";
    }

    private String attempts() {
        return prefix + "attempts";
    }
}
