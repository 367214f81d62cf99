package io.mizan.reconciliation;

import java.time.Duration;

/**
 * How gateways are asked. The intervals belong to each gateway's profile.
 *
 * @param batch how many attempts or orders a worker claims at once, 1 to 500; default 20
 * @param lease how long it may hold them; must exceed the longest call; default 30 s
 * @param expiryRetry how long an order that could not expire yet is left before the next look; default 2 min
 */
public record ReconciliationSettings(int batch, Duration lease, Duration expiryRetry) {
    public static final ReconciliationSettings DEFAULT =
            new ReconciliationSettings(20, Duration.ofSeconds(30), Duration.ofMinutes(2));

    public ReconciliationSettings {
        if (batch < 1 || batch > 500) {
            throw new IllegalArgumentException("batch is 1 to 500");
        }
    }
}
