package io.mizan.admin.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;

/** How passwords are kept: PBKDF2 with HMAC-SHA-512, 210 000 rounds (OWASP, 2023), a salt each. */
@ApplicationScoped
public class Passwords {
    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16",
            "Pbkdf2PasswordHash.KeySizeBytes", "64");

    @Inject
    Pbkdf2PasswordHash hash;

    private String ofNobody;

    @PostConstruct
    void prepare() {
        hash.initialize(PARAMETERS);
        ofNobody = hash.generate("a password that nobody has".toCharArray());
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
}
