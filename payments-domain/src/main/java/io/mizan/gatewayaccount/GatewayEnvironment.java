package io.mizan.gatewayaccount;

import static java.util.Objects.requireNonNull;

import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the environment of this deployment says about gateways.
 *
 * @param lookUp finds a setting by its full name
 * @param mostCallBudget the longest that one call may take, for what waits for it is held no longer
 */
public record GatewayEnvironment(
        boolean live, URI publicUrl, Clock clock, Function<String, Optional<String>> lookUp, Duration mostCallBudget) {
    public GatewayEnvironment {
        requireNonNull(publicUrl, "publicUrl");
        requireNonNull(clock, "clock");
        requireNonNull(lookUp, "lookUp");
        requireNonNull(mostCallBudget, "mostCallBudget");
    }

    /** What it says of one setting, if that is not empty. */
    Optional<String> find(GatewayName gateway, String setting) {
        return lookUp.apply(Assembly.fullName(gateway, setting)).filter(text -> !text.isEmpty());
    }

    /** Whether it says in so many words that a gateway is not used. What was entered does not change that. */
    boolean takesAway(GatewayName gateway) {
        return find(gateway, Assembly.ENABLED)
                .filter(text -> !Assembly.isYes(text))
                .isPresent();
    }

    AdapterSettings settings(GatewayName gateway, Function<String, Optional<String>> overlaid) {
        return new AdapterSettings(gateway, live, publicUrl, clock, overlaid);
    }
}
