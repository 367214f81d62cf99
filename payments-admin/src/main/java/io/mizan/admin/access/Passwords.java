package io.mizan.admin.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** How passwords are kept: PBKDF2 with HMAC-SHA-512, 210 000 rounds (OWASP, 2023), a salt each. */
@ApplicationScoped
public class Passwords {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final String ROUNDS = "210000";
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 64;

    @Inject
    Pbkdf2PasswordHash hash;

    /** In the form in which the container keeps one: it costs as much to compare with, and nothing to make. */
    private final String ofNobody =
            String.join(":", ALGORITHM, ROUNDS, randomBytes(SALT_BYTES), randomBytes(KEY_BYTES));

    @PostConstruct
    void prepare() {
        hash.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm",
                ALGORITHM,
                "Pbkdf2PasswordHash.Iterations",
                ROUNDS,
                "Pbkdf2PasswordHash.SaltSizeBytes",
                String.valueOf(SALT_BYTES),
                "Pbkdf2PasswordHash.KeySizeBytes",
                String.valueOf(KEY_BYTES)));
    }

    /** Takes as long for a stranger, so that time does not tell who works here. */
    boolean matches(Optional<String> kept, char[] given) {
        boolean same = hash.verify(given, kept.orElse(ofNobody));
        return same && kept.isPresent();
    }

    /** What to keep of a new password. */
    public String hash(char[] password) {
        return hash.generate(password);
    }

    private static String randomBytes(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
