package sandbox.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The provider's back-off, compressed: what takes three days outside takes an hour and a half here. */
final class RetrySchedule {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private RetrySchedule() {}

    /** How long to wait after this many tries; absent when it was the last. */
    static Optional<Duration> pauseAfter(int attempts) {
        return attempts <= PAUSES.size() ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }
}
