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
import java.util.regex.Pattern;

/** One member of staff for each role, with the passwords that the deployment was given. */
@ApplicationScoped
class DemoStaff {
    private static final int ROUNDS = 210_000;

    /**
     * The fewest that the server allows. Many rounds slow down the guessing of what people choose; nobody guesses what the
     * run command made, and for its passwords they would cost each start of a sandbox two seconds a person.
     */
    private static final int ROUNDS_OF_GENERATED = 1024;

    /** Four groups of four: 80 random bits. */
    private static final Pattern GENERATED = Pattern.compile("(?:[a-z2-9]{4}-){3}[a-z2-9]{4}");

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
        var rounds = GENERATED.matcher(person.password()).matches() ? ROUNDS_OF_GENERATED : ROUNDS;
        passwords.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", String.valueOf(rounds),
                "Pbkdf2PasswordHash.SaltSizeBytes", "16",
                "Pbkdf2PasswordHash.KeySizeBytes", "64"));
        var known = sql.first(
                "SELECT id, password_hash FROM staff WHERE username = ?",
                row -> Map.entry(row.id("id"), row.text("password_hash")),
                person.user());
        if (known.isEmpty()) {
            hire(person);
        } else if (!keeps(known.get().getValue(), rounds, person.password())) {
            sql.update(
                    "UPDATE staff SET password_hash = ? WHERE id = ?",
                    hash(person),
                    known.get().getKey());
        }
    }

    private boolean keeps(String hash, int rounds, String password) {
        return hash.contains(":" + rounds + ":") && passwords.verify(password.toCharArray(), hash);
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
