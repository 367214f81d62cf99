package io.mizan.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** When a command is sent again. */
final class RetrySchedule {
    /** Odd, near the golden ratio of 2^64: neighbouring hashes fall far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final List<Duration> pauses;

    RetrySchedule(List<Duration> pauses) {
        this.pauses = pauses;
    }

    /** How often it can have been tried by the end of this time since the first try, one for that included. */
    int triesWithin(Duration elapsed) {
        var end = Duration.ZERO;
        int tries = 1;
        for (var pause : pauses) {
            end = end.plus(pause);
            if (end.compareTo(elapsed) > 0) {
                break;
            }
            tries++;
        }
        return tries;
    }

    /**
     * When to send again, with up to a fifth of jitter so that many do not come back at once; each command has its own.
     *
     * @param sends how often it was sent so far, 1 or more
     * @param asked the wait that the gateway asked for, which is obeyed if it is longer
     * @return empty when the retries are used up
     */
    Optional<Instant> next(UUID command, int sends, Optional<Duration> asked, Instant now) {
        if (sends > pauses.size()) {
            return Optional.empty();
        }
        var pause = pauses.get(Math.max(0, sends - 1));
        var jitter = Duration.ofMillis(Math.floorMod(Objects.hash(command, sends) * SPREAD, 1 + pause.toMillis() / 5));
        var wait = pause.plus(jitter);
        return Optional.of(
                now.plus(asked.filter(longer -> longer.compareTo(wait) > 0).orElse(wait)));
    }
}
