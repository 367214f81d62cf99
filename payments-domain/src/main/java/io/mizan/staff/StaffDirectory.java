package io.mizan.staff;

import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everybody who may sign in. Whoever was disabled is not in it. */
@ApplicationScoped
public class StaffDirectory {
    private final Sql sql;

    /** For the proxy of the container only. */
    protected StaffDirectory() {
        this(null);
    }

    @Inject
    public StaffDirectory(Sql sql) {
        this.sql = sql;
    }

    public Optional<StaffMember> find(String username) {
        return sql.first(
                        "SELECT id, username, display_name FROM staff WHERE username = ? AND disabled_at IS NULL",
                        row -> new StaffMember(row.id("id"), row.text("username"), row.text("display_name"), Set.of()),
                        username)
                .map(this::withRoles);
    }

    /** The salted hash to hold a password against; empty for a stranger. */
    public Optional<String> passwordHash(String username) {
        return sql.first(
                "SELECT password_hash FROM staff WHERE username = ? AND password_hash <> '' AND disabled_at IS NULL",
                row -> row.text("password_hash"),
                username);
    }

    private StaffMember withRoles(StaffMember member) {
        return new StaffMember(member.id(), member.username(), member.displayName(), roles(member.id()));
    }

    private Set<String> roles(UUID staffId) {
        return Set.copyOf(sql.list("SELECT role FROM staff_role WHERE staff_id = ?", row -> row.text("role"), staffId));
    }
}
