package io.mizan.gatewayaccount;

import java.time.Duration;

/**
 * How a server follows what is entered on others.
 *
 * @param every how often it looks; so long two servers may use different settings. 1 s to 5 minutes, default 5 s
 */
public record FollowSettings(Duration every) {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(5);

    public static final FollowSettings DEFAULT = new FollowSettings(Duration.ofSeconds(5));

    public FollowSettings {
        if (every.compareTo(LEAST) < 0 || every.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("mizan.gateways.look.every is PT1S to PT5M");
        }
    }
}
