package io.mizan.gateways.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.secrets.Digests;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The secrets under which a message may be signed: one, or several while they are being rotated. The first is the
 * current one, under which we sign ourselves. Never printed; told apart by a fingerprint.
 */
public final class Secrets {
    private final List<Secret> secrets;

    private Secrets(List<Secret> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("there is no secret");
        }
        this.secrets = secrets;
    }

    /** Secrets whose text is the key: its bytes in UTF-8. */
    public static Secrets texts(List<String> texts) {
        return of(texts, text -> text.getBytes(UTF_8));
    }

    /** @throws IllegalArgumentException if one is no base64 */
    public static Secrets base64(List<String> texts) {
        return of(texts, Secrets::decoded);
    }

    private static Secrets of(List<String> texts, Function<String, byte[]> key) {
        return new Secrets(texts.stream()
                .map(text -> new Secret(key.apply(text), fingerprint(text)))
                .toList());
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException quotesTheSecret) {
            throw new IllegalArgumentException("a secret is not base64");
        }
    }

    /** The first eight characters of its text's SHA-256. */
    public static String fingerprint(String text) {
        return Digests.sha256(text).substring(0, 8);
    }

    /** The key under which we sign ourselves; not to be kept or shown. */
    public byte[] current() {
        return secrets.get(0).key.clone();
    }

    /**
     * The fingerprint of the secret under which that holds. All are tried, so that the time tells nothing of which one
     * it was.
     */
    public Optional<String> whichFits(Predicate<byte[]> signed) {
        Optional<String> fitting = Optional.empty();
        for (var secret : secrets) {
            if (signed.test(secret.key.clone())) {
                fitting = Optional.of(secret.fingerprint);
            }
        }
        return fitting;
    }

    @Override
    public String toString() {
        return secrets.size() + " [redacted]";
    }

    private static final class Secret {
        private final byte[] key;
        private final String fingerprint;

        Secret(byte[] key, String fingerprint) {
            this.key = key;
            this.fingerprint = fingerprint;
        }
    }
}
