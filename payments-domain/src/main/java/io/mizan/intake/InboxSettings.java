package io.mizan.intake;

import java.time.Duration;

/**
 * How stored callbacks are worked.
 *
 * @param batch how many a worker claims at once, 1 to 500; default 50
 * @param lease how long it may hold them, at least 1 s; default 60 s
 * @param mostAttempts after this many failures a callback is dead and a person looks, 1 to 100; default 10
 * @param caseAfter how long one may wait for its order before a case opens; default 1 h
 * @param lookFor how long one that waits is looked at each day, longer than {@code caseAfter}; afterwards only a
 *     reference that it mentions wakes it. One whose gateway is gone is dead then. Default 30 days
 */
public record InboxSettings(int batch, Duration lease, int mostAttempts, Duration caseAfter, Duration lookFor) {
    public static final InboxSettings DEFAULT =
            new InboxSettings(50, Duration.ofSeconds(60), 10, Duration.ofHours(1), Duration.ofDays(30));

    public InboxSettings {
        if (batch < 1 || batch > 500) {
            throw new IllegalArgumentException("An inbox batch is 1 to 500");
        }
        if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("An inbox lease is at least one second");
        }
        if (mostAttempts < 1 || mostAttempts > 100) {
            throw new IllegalArgumentException("A callback is tried 1 to 100 times");
        }
        if (caseAfter.isNegative() || lookFor.compareTo(caseAfter) <= 0) {
            throw new IllegalArgumentException("A callback is looked for longer than it takes for its case to open");
        }
    }
}
