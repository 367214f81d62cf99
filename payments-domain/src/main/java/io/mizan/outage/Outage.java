package io.mizan.outage;

import java.time.Instant;

/**
 * A gateway is of no use to us: it is away, or turns us away.
 *
 * @param since when that was found
 * @param nextProbe when the next call is let through to find out whether it is back
 * @param cause of the last call that failed
 */
public record Outage(Instant since, Instant nextProbe, Cause cause) {
    public enum Cause {
        /** Calls come to nothing: not reached, no answer in time, a fault on its side. */
        UNANSWERED,
        /** It answers, and does not take our credentials. Only we can put that right. */
        TURNED_AWAY
    }

    public boolean isTurnedAway() {
        return cause == Cause.TURNED_AWAY;
    }
}
