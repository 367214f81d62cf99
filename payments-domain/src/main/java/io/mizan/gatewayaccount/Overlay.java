package io.mizan.gatewayaccount;

import static java.util.stream.Collectors.joining;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Setting;
import io.mizan.secrets.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
        var believed = believed(provider, setting, entered);
        var counts = believed.get(0);
        var before = believed.stream().skip(1).findFirst();
        over.put(
                full(provider, setting.name()),
                Optional.of(
                        setting.kind() == Setting.Kind.SECRETS
                                ? believed.stream()
                                        .map(Credential::secret)
                                        .limit(MOST)
                                        .collect(joining(","))
                                : counts.secret()));
        setting.previous().ifPresent(previous -> over.put(full(provider, previous), before.map(Credential::secret)));
        setting.keyName().ifPresent(key -> {
            over.put(full(provider, key.setting()), counts.name());
            key.previous().ifPresent(previous -> over.put(full(provider, previous), before.flatMap(Credential::name)));
        });
    }

    /**
     * A secret and its name, of one source: what was entered never takes half of what the environment says.
     *
     * @param name where the provider knows it by one
     */
    private record Credential(Optional<String> name, String secret) {
        @Override
        public String toString() {
            return name.orElse("") + " [redacted]";
        }
    }

    /** The one that counts first; no secret twice. */
    private List<Credential> believed(AdapterFactory provider, Setting setting, Entered entered) {
        var believed = new LinkedHashMap<String, Credential>();
        var active = entered.active(setting).orElseThrow();
        if (setting.keyName().isPresent() && active.keyName().isEmpty()) {
            throw new IllegalArgumentException("the " + setting.name() + " was entered without its "
                    + setting.keyName().get().setting() + "; enter both anew");
        }
        entered(active, believed);
        for (var secret : entered.secretsOf(setting)) {
            if (secret.retiresAfter(clock.instant())) {
                if (secret.ofEnvironment()) {
                    ofEnvironment(provider, setting, believed);
                } else {
                    entered(secret, believed);
                }
            }
        }
        return List.copyOf(believed.values());
    }

    private void entered(Secret secret, Map<String, Credential> believed) {
        var text = opened(secret);
        believed.putIfAbsent(text, new Credential(secret.keyName(), text));
    }

    private void ofEnvironment(AdapterFactory provider, Setting setting, Map<String, Credential> believed) {
        var name = setting.keyName().flatMap(key -> environment.find(provider.name(), key.setting()));
        environment
                .find(provider.name(), setting.name())
                .map(text -> setting.kind() == Setting.Kind.SECRETS ? Assembly.split(text) : List.of(text))
                .orElse(List.of())
                .forEach(text -> believed.putIfAbsent(text, new Credential(name, text)));
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
