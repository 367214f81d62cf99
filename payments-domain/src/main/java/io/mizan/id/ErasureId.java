package io.mizan.id;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one wish to erase a customer: {@code era_} and 26 characters outside, a UUIDv7 inside. */
public record ErasureId(UUID value) {
    private static final String PREFIX = "era_";

    public ErasureId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the outside form.
     *
     * @throws IllegalArgumentException if {@code text} is not of that form
     */
    public static ErasureId fromString(String text) {
        return new ErasureId(Prefixed.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PREFIX + Base32.encode(value);
    }
}
