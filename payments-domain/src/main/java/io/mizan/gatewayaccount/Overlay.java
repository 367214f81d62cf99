package io.mizan.gatewayaccount;

import static java.util.stream.Collectors.joining;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Setting;
import io.mizan.secrets.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lays what was entered over what the environment says. */
final class Overlay {
    /** The one that counts and the one before: no adapter believes more. */
    private static final int MOST = 2;

    private final GatewayEnvironment environment;
    private final Vault vault;
    private final Clock clock;

    Overlay(GatewayEnvironment environment, Vault vault, Clock clock) {
        this.environment = environment;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @return finds a setting by its full name, as of now
     * @throws Vault.SealBroken if a secret does not open
     */
    Function<String, Optional<String>> of(AdapterFactory provider, Entered entered) {
        var over = new HashMap<String, Optional<String>>();
        entered.settings().forEach((name, value) -> over.put(full(provider, name), Optional.of(value.text())));
        provider.settings().stream()
                .filter(setting -> setting.isSecret() && entered.active(setting).isPresent())
                .forEach(setting -> putSecret(over, provider, setting, entered));
        return name -> {
            var ours = over.get(name);
            return ours != null ? ours : environment.lookUp().apply(name);
        };
    }

    private void putSecret(
            Map<String, Optional<String>> over, AdapterFactory provider, Setting setting, Entered entered) {
        var name = full(provider, setting.name());
        var believed = new LinkedHashSet<String>();
        believed.add(opened(entered.active(setting).orElseThrow()));
        for (var secret : entered.secretsOf(setting)) {
            if (secret.retiresAfter(clock.instant())) {
                if (secret.ofEnvironment()) {
                    environment.lookUp().apply(name).ifPresent(text -> believed.addAll(all(setting, text)));
                } else {
                    believed.add(opened(secret));
                }
            }
        }
        if (setting.kind() == Setting.Kind.SECRETS) {
            over.put(name, Optional.of(believed.stream().limit(MOST).collect(joining(","))));
            return;
        }
        var inTurn = believed.iterator();
        over.put(name, Optional.of(inTurn.next()));
        setting.previous()
                .ifPresent(previous -> over.put(
                        full(provider, previous), inTurn.hasNext() ? Optional.of(inTurn.next()) : Optional.empty()));
    }

    private static List<String> all(Setting setting, String text) {
        return setting.kind() == Setting.Kind.SECRETS ? Assembly.split(text) : List.of(text);
    }

    private String opened(Secret secret) {
        var sealed = secret.sealed();
        return new String(
                vault.open(sealed.masterKeyId(), sealed.bytes(), Secret.context(secret.id())), StandardCharsets.UTF_8);
    }

    private static String full(AdapterFactory provider, String name) {
        return Assembly.fullName(provider.name(), name);
    }
}
