package sandbox.stripe.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The key that a request carries: as a bearer token, or as the user name of Basic authentication without a password. */
final class Authentication {
    private Authentication() {}

    /** @throws StripeError unless it is this key */
    static void check(Optional<String> authorization, String secretKey) {
        var key = authorization
                .flatMap(Authentication::keyIn)
                .orElseThrow(() -> StripeError.unauthenticated(
                        "", "You did not provide an API key. Send it in the Authorization header, as a bearer token."));
        if (key.startsWith("pk_")) {
            throw StripeError.unauthenticated(
                    "secret_key_required", "This call needs a secret key, and a publishable key was sent.");
        }
        if (!MessageDigest.isEqual(bytes(key), bytes(secretKey))) {
            throw StripeError.unauthenticated("", "Invalid API Key provided: " + redacted(key));
        }
    }

    static Optional<String> keyIn(String authorization) {
        var space = authorization.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        var credentials = authorization.substring(space + 1).strip();
        return switch (authorization.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "bearer" -> Optional.of(credentials).filter(key -> !key.isEmpty());
            case "basic" -> userName(credentials);
            default -> Optional.empty();
        };
    }

    private static Optional<String> userName(String credentials) {
        try {
            var decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return Optional.of(decoded.split(":", 2)[0]).filter(key -> !key.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String redacted(String key) {
        return key.length() < 12 ? "****" : key.substring(0, 8) + "****" + key.substring(key.length() - 4);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
