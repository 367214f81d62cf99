package io.mizan.gateway;

import java.util.List;
import java.util.Optional;

/**
 * A setting of a provider that a person may enter, {@code mizan.<gateway>.<name>}. What only whoever runs the deployment
 * has a reason to change, such as a time limit, is none.
 *
 * @param previous the name of the setting under which the one before is still believed while a secret is exchanged
 * @param domains of the provider, on which an address lies
 * @param keyName the setting that names a secret to the provider. The two are one credential: neither is any good with
 *     another's other half, so they are entered, approved and exchanged as one
 */
public record Setting(
        String name, Kind kind, Optional<String> previous, List<String> domains, Optional<KeyName> keyName) {
    /**
     * What a secret is called: the id of a key, of a client. No secret itself.
     *
     * @param previous the setting for the name of the one before, while that is still believed
     */
    public record KeyName(String setting, Optional<String> previous) {}

    public enum Kind {
        TEXT,
        /** One of the provider's, to which credentials or customers are sent. */
        ADDRESS,
        /** That of a server which the merchant runs, wherever it is. */
        OWN_SERVER,
        /** One of this deployment's, which the provider calls. */
        CALLBACK,
        /** One that is never shown. */
        SECRET,
        /** Several that are believed at the same time, with commas between; never shown. */
        SECRETS
    }

    public Setting {
        domains = List.copyOf(domains);
    }

    private Setting(String name, Kind kind, Optional<String> previous) {
        this(name, kind, previous, List.of(), Optional.empty());
    }

    public static Setting text(String name) {
        return new Setting(name, Kind.TEXT, Optional.empty());
    }

    /** @param domains of which it is one, or below one */
    public static Setting address(String name, String... domains) {
        return new Setting(name, Kind.ADDRESS, Optional.empty(), List.of(domains), Optional.empty());
    }

    public static Setting ownServer(String name) {
        return new Setting(name, Kind.OWN_SERVER, Optional.empty());
    }

    public static Setting callback(String name) {
        return new Setting(name, Kind.CALLBACK, Optional.empty());
    }

    /** One that takes the place of the one before at once. */
    public static Setting secret(String name) {
        return new Setting(name, Kind.SECRET, Optional.empty());
    }

    /** One beside which the one before is still believed, if it is told under another name. */
    public static Setting secret(String name, String previous) {
        return new Setting(name, Kind.SECRET, Optional.of(previous));
    }

    public static Setting secrets(String name) {
        return new Setting(name, Kind.SECRETS, Optional.empty());
    }

    /** This secret, which the provider knows by a name that another setting tells. */
    public Setting named(String setting) {
        return named(new KeyName(setting, Optional.empty()));
    }

    /** As {@link #named(String)}, with a setting for the name of the one before. */
    public Setting named(String setting, String previousName) {
        return named(new KeyName(setting, Optional.of(previousName)));
    }

    private Setting named(KeyName by) {
        return new Setting(name, kind, previous, domains, Optional.of(by));
    }

    public boolean isSecret() {
        return kind == Kind.SECRET || kind == Kind.SECRETS;
    }

    public boolean isAddress() {
        return kind == Kind.ADDRESS || kind == Kind.OWN_SERVER || kind == Kind.CALLBACK;
    }

    /** Whether two of it can be good at the same time. */
    public boolean overlaps() {
        return kind == Kind.SECRETS || previous.isPresent();
    }
}
