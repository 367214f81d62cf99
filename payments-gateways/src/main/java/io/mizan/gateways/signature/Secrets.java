package io.mizan.gateways.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.secrets.Digests;
import java.util.List;
import java.util.Optional;
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
        return new Secrets(texts.stream()
                .map(text -> new Secret(text.getBytes(UTF_8), fingerprint(text)))
                .toList());
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
