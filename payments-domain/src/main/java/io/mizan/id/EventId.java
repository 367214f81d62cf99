package io.mizan.id;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Names one event, one received from a gateway or one told to the merchant: {@code evt_} and 26 characters outside, a
 * UUIDv7 inside.
 */
public record EventId(UUID value) {
    private static final String PREFIX = "evt_";

    public EventId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the outside form.
     *
     * @throws IllegalArgumentException if {@code text} is not of that form
     */
    public static EventId fromString(String text) {
        return new EventId(Prefixed.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PREFIX + Base32.encode(value);
    }
}
