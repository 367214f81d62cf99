package io.mizan.outage;

import java.time.Duration;

/**
 * When a gateway counts as away.
 *
 * @param failures calls in a row without an answer; 1 to 1000, default 5
 * @param window within which they have to come; default 5 min, for a small shop has a payment every few minutes and each of its
 *     customers would wait for the time-out
 * @param pause until one call finds out whether it is back; doubles with each that is not answered; default 30 s
 * @param longestPause default 5 min
 */
public record BreakerSettings(int failures, Duration window, Duration pause, Duration longestPause) {
    public static final BreakerSettings DEFAULT =
            new BreakerSettings(5, Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofMinutes(5));

    public BreakerSettings {
        if (failures < 1 || failures > 1000) {
            throw new IllegalArgumentException("mizan.breaker.failures is 1 to 1000");
        }
        if (window.compareTo(Duration.ofSeconds(1)) < 0 || pause.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("mizan.breaker.window and mizan.breaker.pause are a second or more");
        }
        if (longestPause.compareTo(pause) < 0) {
            throw new IllegalArgumentException("mizan.breaker.longest.pause is at least mizan.breaker.pause");
        }
    }
}
