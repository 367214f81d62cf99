package sandbox.stripe.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;

/**
 * What the first use of each key came to. Finished uses are rows, written in the transaction that did the work, so that a
 * crash leaves either both or neither; uses in progress need no row, for they end with this process.
 */
@ApplicationScoped
class IdempotencyKeys {
    /** How long a key is remembered; afterwards it may be used as a new one. */
    static final Duration REMEMBERED = Duration.ofHours(24);

    private static final int LONGEST = 255;

    private final Set<String> inUse = ConcurrentHashMap.newKeySet();

    @Inject
    Database database;

    @Inject
    SimulatedClock clock;

    /** A use of a key. Scoped to the account in whose name the call is made. */
    record Use(String account, String key, String fingerprint) {
        static Use of(String account, String key, String method, String path, Parameters parameters) {
            if (key.length() > LONGEST) {
                throw StripeError.idempotency(400, "", "Idempotency keys may have at most " + LONGEST + " characters.");
            }
            return new Use(account, key, sha256(method + " " + path + " " + parameters.flat()));
        }

        private String scoped() {
            return account + " " + key;
        }
    }

    /** The answer of the first use, with the id of its request. */
    record First(String fingerprint, int status, String body, String requestId) {}

    /** @throws StripeError 409 while another request uses the key */
    void claim(Use use) {
        if (!inUse.add(use.scoped())) {
            throw StripeError.idempotency(
                    409,
                    "idempotency_key_in_use",
                    "Another request with the idempotency key '" + use.key() + "' is still in progress.");
        }
    }

    void release(Use use) {
        inUse.remove(use.scoped());
    }

    /**
     * What the first use of this key came to, absent for a new one.
     *
     * @throws StripeError 400 if the first use had other parameters
     */
    Optional<First> first(Use use) {
        var first = database.one(
                "SELECT fingerprint, status, body, request_id FROM stripe_idempotency"
                        + " WHERE account = ? AND idem_key = ? AND created_at > ?",
                row -> new First(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)),
                use.account(),
                use.key(),
                clock.now().minus(REMEMBERED));
        if (first.filter(it -> !it.fingerprint().equals(use.fingerprint())).isPresent()) {
            throw StripeError.idempotency(
                    400,
                    "",
                    "The idempotency key '" + use.key()
                            + "' can only be used with the parameters of its first use. Use another key for another request.");
        }
        return first;
    }

    void remember(Use use, int status, String body, String requestId) {
        database.update(
                "REPLACE INTO stripe_idempotency (account, idem_key, fingerprint, status, body, request_id, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                use.account(),
                use.key(),
                use.fingerprint(),
                status,
                body,
                requestId,
                clock.now());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
