package io.mizan.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts the calls to one gateway that came to nothing. Safe for use by many threads. */
final class CircuitBreaker {
    private final BreakerSettings settings;
    private final Clock clock;

    private int failuresInARow;
    private Instant firstFailure = Instant.MIN;
    /** Null while the gateway counts as there. */
    private Instant awaySince;

    private Outage.Cause cause = Outage.Cause.UNANSWERED;
    private boolean everAnswered;
    private Instant nextProbe = Instant.MIN;
    private Duration pause;
    private boolean probing;

    CircuitBreaker(BreakerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.pause = settings.pause();
    }

    /** Whether a call may be made now. While the gateway is away, one may in each pause: it finds out. */
    synchronized boolean lets() {
        if (awaySince == null) {
            return true;
        }
        var now = clock.instant();
        if (nextProbe.isAfter(now)) {
            return false;
        }
        probing = true;
        nextProbe = now.plus(settings.pause()); // should its answer be lost, the next one is let through all the same
        return true;
    }

    /** @return whether it was away until now */
    synchronized boolean answered() {
        boolean wasAway = awaySince != null;
        failuresInARow = 0;
        awaySince = null;
        everAnswered = true;
        probing = false;
        pause = settings.pause();
        return wasAway;
    }

    /** @return whether it counts as away from now on, and did not before */
    synchronized boolean failed(Outage.Cause why) {
        cause = why;
        var now = clock.instant();
        if (awaySince != null) {
            if (probing) {
                probing = false;
                pause = longer(pause);
                nextProbe = now.plus(pause);
            }
            return false;
        }
        if (failuresInARow == 0 || firstFailure.plus(settings.window()).isBefore(now)) {
            failuresInARow = 0;
            firstFailure = now;
        }
        failuresInARow++;
        if (failuresInARow < settings.failures()) {
            return false;
        }
        awaySince = now;
        nextProbe = now.plus(pause);
        return true;
    }

    /** Absent while the gateway counts as there. */
    synchronized Optional<Outage> outage() {
        return Optional.ofNullable(awaySince).map(since -> new Outage(since, nextProbe, cause));
    }

    /** Whether it is known to be there: it answered a call, and counts as there since. */
    synchronized boolean answers() {
        return everAnswered && awaySince == null;
    }

    private Duration longer(Duration before) {
        var doubled = before.multipliedBy(2);
        return doubled.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : doubled;
    }
}
