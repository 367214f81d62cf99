package io.mizan.gatewayaccount;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gatewayaccount.Secret.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was entered about one gateway.
 *
 * @param place among those that are offered, from 1; absent if the environment says it
 * @param secrets those that are not destroyed, and such as this change destroys
 */
record Entered(
        GatewayName gateway, long version, Optional<Integer> place, Map<String, Value> settings, List<Secret> secrets) {
    /** @param by the name that whoever entered it signs in with */
    record Value(String text, String by, Instant at) {}

    Entered {
        settings = Map.copyOf(settings);
        secrets = List.copyOf(secrets);
    }

    static Entered nothing(GatewayName gateway) {
        return new Entered(gateway, 0, Optional.empty(), Map.of(), List.of());
    }

    /** With other settings; one without a value is taken back. */
    Entered with(Map<String, Optional<String>> changes, String by, Instant at) {
        var changed = new TreeMap<>(settings);
        changes.forEach((name, value) -> {
            if (value.isPresent()) {
                changed.put(name, new Value(value.get(), by, at));
            } else {
                changed.remove(name);
            }
        });
        return new Entered(gateway, version, place, changed, secrets);
    }

    Optional<Secret> secret(UUID id) {
        return secrets.stream().filter(secret -> secret.id().equals(id)).findFirst();
    }

    List<Secret> secretsOf(Setting setting) {
        return secrets.stream()
                .filter(secret -> secret.setting().equals(setting.name()))
                .toList();
    }

    Optional<Secret> active(Setting setting) {
        return secretsOf(setting).stream()
                .filter(secret -> secret.is(State.ACTIVE))
                .findFirst();
    }

    /**
     * Whatever is believed of these secrets, under names that tell one from another: those that were entered, or that of
     * the environment.
     */
    Set<String> believed(List<Setting> of) {
        return of.stream()
                .filter(Setting::isSecret)
                .flatMap(setting -> active(setting).isEmpty()
                        ? Stream.of(setting.name())
                        : secretsOf(setting).stream()
                                .filter(secret -> secret.is(State.ACTIVE) || secret.is(State.RETIRING))
                                .map(secret -> secret.ofEnvironment()
                                        ? setting.name()
                                        : secret.id().toString()))
                .collect(toUnmodifiableSet());
    }

    /**
     * A proposed secret becomes the one that counts. The one before is still believed for a while, if two can be; the one
     * before that is not, so that there are never more than two.
     *
     * @param standIn for the secret of the environment, if that was the one before
     */
    Entered activated(Setting setting, UUID proposed, Optional<Secret> standIn, Instant now, Duration overlap) {
        boolean goesOn = setting.overlaps() && !overlap.isZero();
        var changed = new ArrayList<Secret>();
        for (var secret : secrets) {
            if (secret.id().equals(proposed)) {
                changed.add(secret.active());
            } else if (!secret.setting().equals(setting.name()) || secret.is(State.PROPOSED)) {
                changed.add(secret);
            } else if (secret.is(State.ACTIVE) && goesOn) {
                changed.add(secret.retiring(now.plus(overlap)));
            } else {
                changed.add(secret.destroyed());
            }
        }
        if (goesOn && active(setting).isEmpty()) {
            standIn.ifPresent(changed::add);
        }
        return new Entered(gateway, version, place, settings, changed);
    }

    /** What was entered of this secret counts no more. */
    Entered without(Setting setting) {
        return destroying(secret -> secret.setting().equals(setting.name()) && !secret.is(State.PROPOSED));
    }

    Entered destroying(Predicate<Secret> which) {
        return new Entered(
                gateway,
                version,
                place,
                settings,
                secrets.stream()
                        .map(secret -> which.test(secret) ? secret.destroyed() : secret)
                        .toList());
    }
}
