package io.mizan.staff;

import io.mizan.id.Ids;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** The rows of people, for those who manage them. Audits nothing: whoever calls does. */
@ApplicationScoped
public class Staff {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

    /** In place of a hash, for somebody who has not set a password yet; nothing hashes to it. */
    static final String NO_PASSWORD = "";

    private static final String COLUMNS =
            "SELECT s.id, s.username, s.display_name, s.disabled_at, s.password_hash <> ''"
                    + " AS has_password, t.confirmed_at IS NOT NULL AS has_authenticator,"
                    + " s.signed_in_at,"
                    + " (SELECT GROUP_CONCAT(r.role ORDER BY r.role) FROM staff_role r WHERE r.staff_id = s.id) AS roles"
                    + " FROM staff s LEFT JOIN staff_totp t ON t.staff_id = s.id";

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Staff() {
        this(null, null, null);
    }

    @Inject
    public Staff(Sql sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Somebody who works here, or did.
     *
     * @param hasPassword whether they have set one: until then they cannot sign in
     */
    public record Person(
            StaffMember member,
            boolean disabled,
            boolean hasPassword,
            boolean hasAuthenticator,
            Optional<Instant> signedInAt) {}

    public static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    public List<Person> all() {
        return sql.list(COLUMNS + " ORDER BY s.disabled_at IS NOT NULL, s.username LIMIT 500", Staff::person);
    }

    public Optional<Person> find(String username) {
        return sql.first(COLUMNS + " WHERE s.username = ?", Staff::person, username);
    }

    /** @return empty if the name is taken */
    @Transactional
    public Optional<UUID> add(String username, String displayName, Collection<String> roles) {
        var id = ids.next();
        boolean isNew = sql.insertNew(
                "INSERT INTO staff (id, username, display_name, password_hash, created_at) VALUES (?, ?, ?, ?, ?)",
                id,
                username,
                displayName,
                NO_PASSWORD,
                clock.instant());
        if (!isNew) {
            return Optional.empty();
        }
        roles.forEach(role -> sql.update("INSERT INTO staff_role (staff_id, role) VALUES (?, ?)", id, role));
        return Optional.of(id);
    }

    @Transactional
    public void changeRoles(UUID id, Collection<String> roles) {
        sql.update("DELETE FROM staff_role WHERE staff_id = ?", id);
        roles.forEach(role -> sql.update("INSERT INTO staff_role (staff_id, role) VALUES (?, ?)", id, role));
    }

    @Transactional
    public void disable(UUID id) {
        sql.update("UPDATE staff SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL", clock.instant(), id);
    }

    @Transactional
    public void enable(UUID id) {
        sql.update("UPDATE staff SET disabled_at = NULL WHERE id = ?", id);
    }

    @Transactional
    public void setPassword(UUID id, String hash) {
        sql.update("UPDATE staff SET password_hash = ? WHERE id = ?", hash, id);
    }

    /**
     * Administrators who could sign in now. Locked until the end of the transaction, so that of two who take the rights
     * of each other at once, one comes first.
     */
    @Transactional
    public Set<UUID> lockAdministrators() {
        return Set.copyOf(sql.list(
                "SELECT s.id FROM staff s JOIN staff_role r ON r.staff_id = s.id AND r.role = 'administrator'"
                        + " WHERE s.disabled_at IS NULL AND s.password_hash <> '' ORDER BY s.id FOR UPDATE",
                row -> row.id("id")));
    }

    /** How many administrators could sign in now. */
    public int administrators() {
        return sql.first(
                        "SELECT COUNT(*) AS number FROM staff s JOIN staff_role r ON r.staff_id = s.id"
                                + " AND r.role = 'administrator' WHERE s.disabled_at IS NULL AND s.password_hash <> ''",
                        row -> row.integer("number"))
                .orElse(0);
    }

    /** Whether somebody is, or was, employed. */
    public boolean isAnybody() {
        return sql.first("SELECT id FROM staff LIMIT 1", row -> row.id("id")).isPresent();
    }

    private static Person person(Row row) throws SQLException {
        var roles = new ArrayList<String>();
        row.optionalText("roles").ifPresent(text -> roles.addAll(List.of(text.split(",", -1))));
        return new Person(
                new StaffMember(row.id("id"), row.text("username"), row.text("display_name"), Set.copyOf(roles)),
                row.optionalInstant("disabled_at").isPresent(),
                row.flag("has_password"),
                row.flag("has_authenticator"),
                row.optionalInstant("signed_in_at"));
    }
}
