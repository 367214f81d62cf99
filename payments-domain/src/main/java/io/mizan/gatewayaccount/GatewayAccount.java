package io.mizan.gatewayaccount;

import io.mizan.gateway.GatewayName;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gatewayaccount.GatewayAccounts.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One provider as it is set up, without its secrets.
 *
 * @param place in the order in which they are offered, from 1
 * @param placed whether that order was entered
 * @param gateway absent if it is not used, or could not be built
 * @param open whether it takes new attempts, on this server
 */
public record GatewayAccount(
        GatewayName name,
        String displayName,
        int place,
        boolean placed,
        Optional<PaymentGateway> gateway,
        boolean open,
        Optional<Fault> fault,
        List<SettingInUse> settings,
        List<SecretInUse> secrets) {
    public GatewayAccount {
        settings = List.copyOf(settings);
        secrets = List.copyOf(secrets);
    }

    /** Where a setting comes from. */
    public enum Source {
        ENTERED,
        ENVIRONMENT,
        BUILT_IN
    }

    /** Who entered something in the portal, and when. */
    public record Entry(String by, Instant at) {}

    /**
     * @param value empty where it is built in
     * @param entry present if it was entered
     */
    public record SettingInUse(String name, String value, Source source, Optional<Entry> entry) {}

    /**
     * @param key the name that the provider knows it by, where it has one; entered with it
     * @param overlaps whether two of it can be good at the same time
     * @param source {@code BUILT_IN} if there is none
     * @param versions those that were entered and are not destroyed, the one that counts first
     */
    public record SecretInUse(String name, Optional<Key> key, boolean overlaps, Source source, List<Version> versions) {
        /**
         * @param setting that tells it
         * @param name what it is, where the environment says it
         */
        public record Key(String setting, Optional<String> name) {}

        public SecretInUse {
            versions = List.copyOf(versions);
        }

        /**
         * @param keyName by which the provider knows this one; absent of the environment's
         * @param fingerprint tells two apart and nothing else
         * @param ofEnvironment whether it stands for what the environment says
         * @param until when a retiring one is destroyed
         */
        public record Version(
                Optional<String> keyName,
                String fingerprint,
                Phase phase,
                boolean ofEnvironment,
                Entry entry,
                Optional<Instant> until) {}

        public enum Phase {
            ACTIVE,
            RETIRING,
            PROPOSED
        }
    }

    /** What a setting is set to; empty if that is built in. */
    public String value(String setting) {
        return settings.stream()
                .filter(it -> it.name().equals(setting))
                .map(SettingInUse::value)
                .findFirst()
                .orElse("");
    }
}
