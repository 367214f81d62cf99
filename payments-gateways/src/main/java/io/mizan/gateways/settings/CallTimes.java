package io.mizan.gateways.settings;

import static io.mizan.gateways.settings.Requirements.requireBetween;

import io.mizan.gateway.AdapterSettings;
import java.time.Duration;

/**
 * How long calls of a provider may take.
 *
 * @param connect for a connection. Default 1 s; 50 ms to 10 s
 * @param budget for all calls of one question together, connecting and reading included. Default 8 s; above {@code connect},
 *     at most 30 s
 */
public record CallTimes(Duration connect, Duration budget) {
    public static final CallTimes STANDARD = new CallTimes(Duration.ofSeconds(1), Duration.ofSeconds(8));

    public CallTimes {
        requireBetween("connect time-out", connect, Duration.ofMillis(50), Duration.ofSeconds(10));
        requireBetween("call budget", budget, connect.plusMillis(1), Duration.ofSeconds(30));
    }

    /** The settings {@code connect.timeout} and {@code call.budget}. */
    public static CallTimes from(AdapterSettings settings) {
        return new CallTimes(
                settings.duration("connect.timeout", STANDARD.connect),
                settings.duration("call.budget", STANDARD.budget));
    }

    /** The standard time for a connection, and another budget. */
    public static CallTimes within(Duration budget) {
        return new CallTimes(STANDARD.connect, budget);
    }
}
