package sandbox.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Providers' back-off, compressed: what takes three days outside takes an hour and a half here. */
final class RetrySchedule {
    static final List<Duration> STANDARD = List.of(
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
    static Optional<Duration> pauseAfter(List<Duration> pauses, int attempts) {
        return attempts <= pauses.size() ? Optional.of(pauses.get(attempts - 1)) : Optional.empty();
    }
}
