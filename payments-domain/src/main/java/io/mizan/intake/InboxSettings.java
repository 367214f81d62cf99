package io.mizan.intake;

import java.time.Duration;

/**
 * How stored callbacks are worked.
 *
 * @param batch how many a worker claims at once, 1 to 500; default 50
 * @param lease how long it may hold them; default 60 s
 * @param mostAttempts after this many failures a callback is dead and a person looks; default 10
 * @param caseAfter how long one may wait for its order before a case opens; default 1 h
 */
public record InboxSettings(int batch, Duration lease, int mostAttempts, Duration caseAfter) {
    public static final InboxSettings DEFAULT = new InboxSettings(50, Duration.ofSeconds(60), 10, Duration.ofHours(1));

    public InboxSettings {
        if (batch < 1 || batch > 500 || mostAttempts < 1) {
            throw new IllegalArgumentException("batch is 1 to 500, attempts at least 1");
        }
    }
}
