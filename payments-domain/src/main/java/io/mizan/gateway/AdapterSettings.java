package io.mizan.gateway;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The settings of one provider, {@code mizan.<gateway>.…}, and what every adapter has to know of the deployment. Names
 * are given without that beginning: {@code secret.key}.
 */
public final class AdapterSettings {
    private final GatewayName gateway;
    private final boolean live;
    private final URI publicUrl;
    private final Clock clock;
    private final Function<String, Optional<String>> lookUp;

    /** @param lookUp finds a setting by its full name */
    public AdapterSettings(
            GatewayName gateway, boolean live, URI publicUrl, Clock clock, Function<String, Optional<String>> lookUp) {
        this.gateway = requireNonNull(gateway, "gateway");
        this.live = live;
        this.publicUrl = requireNonNull(publicUrl, "publicUrl");
        this.clock = requireNonNull(clock, "clock");
        this.lookUp = requireNonNull(lookUp, "lookUp");
    }

    /** Live mode: real money. Otherwise the sandbox. */
    public boolean live() {
        return live;
    }

    public Clock clock() {
        return clock;
    }

    /** Where this provider's callbacks reach us, unless a setting says how the provider was told. */
    public URI callbackUrl() {
        return URI.create(publicUrl.toString().replaceAll("/+$", "") + "/webhooks/" + gateway);
    }

    public Optional<String> find(String name) {
        return lookUp.apply("mizan." + gateway + "." + name);
    }

    /** Empty if it is not set. */
    public String text(String name) {
        return text(name, "");
    }

    public String text(String name, String standard) {
        return find(name).orElse(standard);
    }

    /** Separated by commas. */
    public List<String> list(String name) {
        return Arrays.stream(text(name).split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** What is listed, in no order. */
    public Set<String> set(String name, Set<String> standard) {
        var listed = Set.copyOf(list(name));
        return listed.isEmpty() ? standard : listed;
    }

    public boolean flag(String name, boolean standard) {
        return find(name).map(Boolean::parseBoolean).orElse(standard);
    }

    /** @throws IllegalArgumentException if it is set to something else than an address */
    public URI address(String name, URI standard) {
        return find(name).map(URI::create).orElse(standard);
    }

    /** @throws IllegalArgumentException if it is set to something else than a duration */
    public Duration duration(String name, Duration standard) {
        return find(name).map(AdapterSettings::duration).orElse(standard);
    }

    /** @throws IllegalArgumentException if one is something else than a duration */
    public List<Duration> durations(String name, List<Duration> standard) {
        var given = list(name).stream().map(AdapterSettings::duration).toList();
        return given.isEmpty() ? standard : given;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException refusal) {
            throw new IllegalArgumentException("A duration is written like PT30S or PT2M", refusal);
        }
    }
}
