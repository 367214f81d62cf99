package io.mizan.sql;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Rows of a table that are worked when they are due: whoever claims one is alone with it until a lease runs out, whether or
 * not the process lives.
 *
 * @param prefix of the columns {@code due_at}, {@code claim_no} and {@code attempts}; empty where the table is one queue
 * @param sinceKept whether a column {@code due_since} keeps when it was due first, until whoever carries it through clears it:
 *     what fails each time is due again a lease later, and would never seem late
 */
public record DueQueue(String table, String prefix, boolean sinceKept) {
    public DueQueue(String table, String prefix) {
        this(table, prefix, false);
    }

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
                        + " + 1, " + since() + dueAt() + " = ?",
                due.stream().map(Claim::id).toList(),
                now.plus(lease));
        return due;
    }

    /** Which of the queues have something due, asked in one statement that reads the end of an index for each. */
    public static Set<DueQueue> due(Sql sql, List<DueQueue> queues, Instant now) {
        var questions = IntStream.range(0, queues.size())
                .mapToObj(number -> queues.get(number).isDue() + " AS " + answer(number))
                .collect(joining(", "));
        return sql.first(
                        "SELECT " + questions,
                        row -> {
                            var due = new HashSet<DueQueue>();
                            for (int number = 0; number < queues.size(); number++) {
                                if (row.flag(answer(number))) {
                                    due.add(queues.get(number));
                                }
                            }
                            return due;
                        },
                        Collections.nCopies(queues.size(), now).toArray())
                .orElseThrow();
    }

    private static String answer(int number) {
        return "queue_" + number;
    }

    private String isDue() {
        return "EXISTS (SELECT 1 FROM " + table + " WHERE " + dueAt() + " <= ?)";
    }

    /** Before it is moved. */
    private String since() {
        var since = prefix + "due_since";
        return sinceKept ? since + " = COALESCE(" + since + ", " + dueAt() + "), " : "";
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
