package io.mizan.web.demo;

import io.mizan.id.Ids;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** One member of staff for each role, with the passwords that the deployment was given. */
@ApplicationScoped
class DemoStaff {
    private static final Map<String, String> HASHING = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16",
            "Pbkdf2PasswordHash.KeySizeBytes", "64");

    @Inject
    Sql sql;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    Pbkdf2PasswordHash passwords;

    @Transactional
    public void employ(DemoSettings.Person person) {
        passwords.initialize(HASHING);
        var known = sql.first(
                "SELECT id, password_hash FROM staff WHERE username = ?",
                row -> Map.entry(row.id("id"), row.text("password_hash")),
                person.user());
        if (known.isEmpty()) {
            hire(person);
        } else if (!passwords.verify(
                person.password().toCharArray(), known.get().getValue())) {
            sql.update(
                    "UPDATE staff SET password_hash = ? WHERE id = ?",
                    hash(person),
                    known.get().getKey());
        }
    }

    private void hire(DemoSettings.Person person) {
        var id = ids.next();
        boolean hired = sql.insertNew(
                "INSERT INTO staff (id, username, display_name, password_hash, created_at) VALUES (?, ?, ?, ?, ?)",
                id,
                person.user(),
                person.role().substring(0, 1).toUpperCase(Locale.ROOT)
                        + person.role().substring(1) + " (demonstration)",
                hash(person),
                clock.instant());
        if (hired) {
            sql.update("INSERT INTO staff_role (staff_id, role) VALUES (?, ?)", id, person.role());
        }
    }

    private String hash(DemoSettings.Person person) {
        return passwords.generate(person.password().toCharArray());
    }
}
