package sandbox.rule;

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
        return new Rule(
                id, rule.gateway(), rule.subject(), rule.kind(), rule.operation(), rule.remaining(), rule.setting());
    }

    public List<Rule> inForce() {
        return database.list(
                "SELECT " + COLUMNS + " FROM misbehaviour_rule WHERE TRUE" + IN_FORCE + " ORDER BY id", Rules::read);
    }

    /** Answers whether there was one. */
    public boolean remove(long id) {
        return database.update("DELETE FROM misbehaviour_rule WHERE id = ?", id) > 0;
    }

    /** Removes the rules of one checkout, or all of them. */
    public int removeAll(Optional<String> subject) {
        return subject.map(one -> database.update("DELETE FROM misbehaviour_rule WHERE subject = ?", one))
                .orElseGet(() -> database.update("DELETE FROM misbehaviour_rule"));
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

    private List<Rule> candidates(String gateway, Misbehaviour kind) {
        return database.list(
                "SELECT " + COLUMNS + " FROM misbehaviour_rule WHERE gateway = ? AND kind = ?" + IN_FORCE
                        + " ORDER BY subject = ?, id",
                Rules::read,
                gateway,
                kind.code(),
                Rule.EVERYBODY);
    }

    /** The condition stands in the statement, so that two requests cannot both take the last time. */
    private boolean useUpOne(Rule rule) {
        return rule.remaining().isEmpty()
                || database.update(
                                "UPDATE misbehaviour_rule SET remaining = remaining - 1 WHERE id = ? AND remaining > 0",
                                rule.id())
                        > 0;
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
