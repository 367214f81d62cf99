package io.mizan.erasure;

import java.time.Duration;

/**
 * How long what is personal is kept.
 *
 * @param bodies raw bodies of callbacks, from when they came; at least 30 days, or a provider's late repeat could no longer
 *     be compared. Default 400 days
 * @param people customers, from the last movement of their order; at least 30 days. Default 730 days
 */
public record RetentionSettings(Duration bodies, Duration people) {
    private static final Duration SHORTEST = Duration.ofDays(30);

    public static final RetentionSettings DEFAULT = new RetentionSettings(Duration.ofDays(400), Duration.ofDays(730));

    public RetentionSettings {
        if (bodies.compareTo(SHORTEST) < 0 || people.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("Raw bodies and customers are kept for 30 days at least");
        }
    }
}
