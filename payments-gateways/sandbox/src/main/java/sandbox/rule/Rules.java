package sandbox.rule;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;

/** The rules in force. A rule for one checkout goes before a rule for all; the oldest goes first. */
@ApplicationScoped
public class Rules {
    private static final String COLUMNS = "id, gateway, subject, kind, operation, remaining, setting";
    private static final String IN_FORCE = " AND (remaining IS NULL OR remaining > 0)";

    @Inject
    Database database;

    @Inject
    SimulatedClock clock;

    /** As last read; nobody but this process changes them. Null: read them again. Guarded by this, as is the count. */
    private List<Rule> known;

    private long changes;

    public Rule add(Rule rule) {
        var id = database.insert(
                "INSERT INTO misbehaviour_rule (gateway, subject, kind, operation, remaining, setting, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rule.gateway(),
                rule.subject(),
                rule.kind().code(),
                rule.operation(),
                rule.remaining(),
                rule.setting(),
                clock.now());
        changed();
        return new Rule(
                id, rule.gateway(), rule.subject(), rule.kind(), rule.operation(), rule.remaining(), rule.setting());
    }

    public List<Rule> inForce() {
        return database.list(
                "SELECT " + COLUMNS + " FROM misbehaviour_rule WHERE TRUE" + IN_FORCE + " ORDER BY id", Rules::read);
    }

    /** Answers whether there was one. */
    public boolean remove(long id) {
        boolean removed = database.update("DELETE FROM misbehaviour_rule WHERE id = ?", id) > 0;
        changed();
        return removed;
    }

    /** Removes the rules of one checkout, or all of them. */
    public int removeAll(Optional<String> subject) {
        int removed = subject.map(one -> database.update("DELETE FROM misbehaviour_rule WHERE subject = ?", one))
                .orElseGet(() -> database.update("DELETE FROM misbehaviour_rule"));
        changed();
        return removed;
    }

    /** Takes the next rule of this kind for a checkout known by any of these names, and uses up one of its times. */
    public Optional<Rule> take(String gateway, Misbehaviour kind, Collection<String> names) {
        return take(gateway, kind, names, Optional.empty());
    }

    /** As {@link #take(String, Misbehaviour, Collection)}, for an API operation. */
    public Optional<Rule> take(
            String gateway, Misbehaviour kind, Collection<String> names, Optional<String> operation) {
        return candidates(gateway, kind).stream()
                .filter(rule -> rule.subject().equals(Rule.EVERYBODY) || names.contains(rule.subject()))
                .filter(rule -> rule.operation().isEmpty() || rule.operation().equals(operation))
                .filter(this::useUpOne)
                .findFirst();
    }

    /** Each request and each message asks for several kinds, and hardly ever is there a rule. */
    private List<Rule> candidates(String gateway, Misbehaviour kind) {
        return known().stream()
                .filter(rule -> rule.gateway().equals(gateway) && rule.kind() == kind)
                .sorted(comparing((Rule rule) -> rule.subject().equals(Rule.EVERYBODY))
                        .thenComparing(Rule::id))
                .toList();
    }

    private List<Rule> known() {
        long before;
        synchronized (this) {
            if (known != null) {
                return known;
            }
            before = changes;
        }
        var read = inForce();
        synchronized (this) {
            // What a transaction sees of its own may never be committed.
            if (before == changes && !database.isInTransaction()) {
                known = read;
            }
        }
        return read;
    }

    /** At once for this thread, and again when the others can see it. */
    private void changed() {
        forget();
        database.afterCommit(this::forget);
    }

    private synchronized void forget() {
        changes++;
        known = null;
    }

    /** The condition stands in the statement, so that two requests cannot both take the last time. */
    private boolean useUpOne(Rule rule) {
        if (rule.remaining().isEmpty()) {
            return true;
        }
        boolean used = database.update(
                        "UPDATE misbehaviour_rule SET remaining = remaining - 1 WHERE id = ? AND remaining > 0",
                        rule.id())
                > 0;
        changed();
        return used;
    }

    private static Rule read(ResultSet row) throws SQLException {
        return new Rule(
                row.getLong("id"),
                row.getString("gateway"),
                row.getString("subject"),
                Misbehaviour.of(row.getString("kind")).orElseThrow(),
                Optional.ofNullable(row.getString("operation")),
                Optional.ofNullable(row.getObject("remaining", Integer.class)),
                Optional.ofNullable(row.getString("setting")));
    }
}
