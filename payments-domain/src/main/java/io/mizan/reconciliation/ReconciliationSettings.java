package io.mizan.reconciliation;

import java.time.Duration;

/**
 * How gateways are asked. The intervals belong to each gateway's profile.
 *
 * @param batch how many attempts or orders a worker claims at once, 1 to 500; default 20
 * @param lease how long it may hold them; must exceed the longest call; default 30 s
 * @param expiryRetry how long an order that could not expire yet is left before the next look, doubled each time up to
 *     {@code longestExpiryRetry}; at least 1 s, default 2 min
 * @param longestExpiryRetry default 1 h
 * @param undecidedAfter how long after its time to pay an attempt may still be undecided before a person is told; at least
 *     1 h, default 24 h
 */
public record ReconciliationSettings(
        int batch, Duration lease, Duration expiryRetry, Duration longestExpiryRetry, Duration undecidedAfter) {
    public static final ReconciliationSettings DEFAULT = new ReconciliationSettings(
            20, Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofHours(1), Duration.ofDays(1));

    private static final int MOST_DOUBLINGS = 20;

    public ReconciliationSettings {
        if (batch < 1 || batch > 500) {
            throw new IllegalArgumentException("A reconciliation batch is 1 to 500");
        }
        if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A reconciliation lease is at least one second");
        }
        if (expiryRetry.compareTo(Duration.ofSeconds(1)) < 0 || longestExpiryRetry.compareTo(expiryRetry) < 0) {
            throw new IllegalArgumentException("The wait before the next look at an order that could not expire is at"
                    + " least one second and at most the longest such wait");
        }
        if (undecidedAfter.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("An attempt may be undecided for at least one hour");
        }
    }

    /** @param looks how often the order was looked at already, 1 for the first time */
    Duration expiryRetryAfter(int looks) {
        var wait = expiryRetry;
        for (int i = 1; i < Math.min(looks, MOST_DOUBLINGS) && wait.compareTo(longestExpiryRetry) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestExpiryRetry) > 0 ? longestExpiryRetry : wait;
    }
}
