package io.mizan.gatewayaccount;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Setting;
import io.mizan.gatewayaccount.GatewayAccount.Entry;
import io.mizan.gatewayaccount.GatewayAccount.SecretInUse;
import io.mizan.gatewayaccount.GatewayAccount.SecretInUse.Phase;
import io.mizan.gatewayaccount.GatewayAccount.SettingInUse;
import io.mizan.gatewayaccount.GatewayAccount.Source;
import io.mizan.gatewayaccount.Secret.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which settings may be entered, and what they are. */
final class AccountSettings {
    /** Of every gateway: for what it is offered, and from where it may call. */
    static final List<Setting> OF_EVERY_GATEWAY =
            List.of(Setting.text(Assembly.AMOUNTS), Setting.text(Assembly.COUNTRIES), Setting.text(Assembly.CALLERS));

    private AccountSettings() {}

    /** Whether an empty one says something: no limit. */
    static boolean isLimit(String setting) {
        return OF_EVERY_GATEWAY.stream().map(Setting::name).anyMatch(setting::equals);
    }

    static Stream<Setting> plain(AdapterFactory provider) {
        return Stream.concat(
                OF_EVERY_GATEWAY.stream(), provider.settings().stream().filter(setting -> !setting.isSecret()));
    }

    static List<SettingInUse> of(AdapterFactory provider, Entered entered, GatewayEnvironment environment) {
        var flags = Stream.of(Setting.text(Assembly.ENABLED), Setting.text(Assembly.OFFERED));
        return Stream.concat(flags, plain(provider))
                .map(setting -> setting(provider, setting, entered, environment))
                .toList();
    }

    private static SettingInUse setting(
            AdapterFactory provider, Setting setting, Entered entered, GatewayEnvironment environment) {
        var ours = entered.settings().get(setting.name());
        if (ours != null) {
            return new SettingInUse(
                    setting.name(), ours.text(), Source.ENTERED, Optional.of(new Entry(ours.by(), ours.at())));
        }
        return environment
                .find(provider.name(), setting.name())
                .map(text -> new SettingInUse(setting.name(), text, Source.ENVIRONMENT, Optional.empty()))
                .orElseGet(() -> new SettingInUse(setting.name(), "", Source.BUILT_IN, Optional.empty()));
    }

    static List<SecretInUse> secretsOf(AdapterFactory provider, Entered entered, GatewayEnvironment environment) {
        return provider.settings().stream()
                .filter(Setting::isSecret)
                .map(setting -> secret(provider, setting, entered, environment))
                .toList();
    }

    private static SecretInUse secret(
            AdapterFactory provider, Setting setting, Entered entered, GatewayEnvironment environment) {
        var source = Source.BUILT_IN;
        if (entered.active(setting).isPresent()) {
            source = Source.ENTERED;
        } else if (environment.find(provider.name(), setting.name()).isPresent()) {
            source = Source.ENVIRONMENT;
        }
        var ofEnvironment = source == Source.ENVIRONMENT;
        return new SecretInUse(
                setting.name(),
                setting.keyName()
                        .map(key -> new SecretInUse.Key(
                                key.setting(),
                                environment.find(provider.name(), key.setting()).filter(name -> ofEnvironment))),
                setting.overlaps(),
                source,
                entered.secretsOf(setting).stream()
                        .filter(secret -> !secret.is(State.DESTROYED))
                        .map(AccountSettings::version)
                        .sorted(Comparator.comparing(SecretInUse.Version::phase))
                        .toList());
    }

    private static SecretInUse.Version version(Secret secret) {
        return new SecretInUse.Version(
                secret.keyName(),
                secret.fingerprint(),
                Phase.valueOf(secret.state().name()),
                secret.ofEnvironment(),
                new Entry(secret.by(), secret.at()),
                secret.until());
    }
}
