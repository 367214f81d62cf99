package sandbox.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import sandbox.api.Answer;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;

/** What the first use of each idempotency key was answered, and with what request. */
@ApplicationScoped
public class FirstAnswers {
    @Inject
    Database database;

    @Inject
    SimulatedClock clock;

    /**
     * A use of a key.
     *
     * @param scope within which the provider takes keys to be unique
     * @param request what is asked, to tell a repeat from another request under the same key
     * @param kept how long the provider remembers
     */
    public record Use(String gateway, String scope, String key, String request, Duration kept) {}

    /**
     * The first answer if the key was used for this very request; {@code reused} if it was for another; else what the
     * work comes to, done and remembered in one transaction. An answer of the work that is a server error is not kept.
     */
    public Answer answer(Use use, Supplier<Answer> reused, Supplier<Answer> work) {
        return database.transaction(() -> {
            var fingerprint = sha256(use.request());
            // The row is the lock: a second use of the key waits here until the first has ended.
            database.update(
                    "INSERT INTO simulated_answer (gateway, scope, idem_key, fingerprint, created_at)"
                            + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE gateway = gateway",
                    use.gateway(),
                    use.scope(),
                    use.key(),
                    fingerprint,
                    clock.now());
            var first = database.one(
                            "SELECT fingerprint, status, body, created_at FROM simulated_answer"
                                    + " WHERE gateway = ? AND scope = ? AND idem_key = ? FOR UPDATE",
                            row -> new First(
                                    row.getString(1),
                                    Optional.ofNullable(row.getObject(2, Integer.class)),
                                    row.getString(3),
                                    row.getLong(4)),
                            use.gateway(),
                            use.scope(),
                            use.key())
                    .orElseThrow();
            var isRemembered = first.createdAt() > clock.now().minus(use.kept()).toEpochMilli();
            if (first.status().isPresent() && isRemembered) {
                return first.fingerprint().equals(fingerprint)
                        ? Answer.of(first.status().get(), first.body())
                        : reused.get();
            }
            var answer = work.get();
            if (answer.status() < 500) {
                remember(use, fingerprint, answer);
            }
            return answer;
        });
    }

    private void remember(Use use, String fingerprint, Answer answer) {
        database.update(
                "UPDATE simulated_answer SET fingerprint = ?, status = ?, body = ?, created_at = ?"
                        + " WHERE gateway = ? AND scope = ? AND idem_key = ?",
                fingerprint,
                answer.status(),
                answer.body(),
                clock.now(),
                use.gateway(),
                use.scope(),
                use.key());
    }

    private record First(String fingerprint, Optional<Integer> status, String body, long createdAt) {}

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
