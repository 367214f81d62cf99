package io.mizan.gateway;

import java.util.Optional;

/**
 * A setting of a provider that a person may enter, {@code mizan.<gateway>.<name>}. What only whoever runs the deployment
 * has a reason to change, such as a time limit, is none.
 *
 * @param previous the name of the setting under which the one before is still believed while a secret is exchanged
 */
public record Setting(String name, Kind kind, Optional<String> previous) {
    public enum Kind {
        TEXT,
        ADDRESS,
        /** One that is never shown. */
        SECRET,
        /** Several that are believed at the same time, with commas between; never shown. */
        SECRETS
    }

    public static Setting text(String name) {
        return new Setting(name, Kind.TEXT, Optional.empty());
    }

    public static Setting address(String name) {
        return new Setting(name, Kind.ADDRESS, Optional.empty());
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

    public boolean isSecret() {
        return kind == Kind.SECRET || kind == Kind.SECRETS;
    }

    /** Whether two of it can be good at the same time. */
    public boolean overlaps() {
        return kind == Kind.SECRETS || previous.isPresent();
    }
}
