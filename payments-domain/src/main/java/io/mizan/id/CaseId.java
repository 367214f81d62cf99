package io.mizan.id;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one case: {@code exc_} and 26 characters outside, a UUIDv7 inside. */
public record CaseId(UUID value) {
    private static final String PREFIX = "exc_";

    public CaseId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the outside form.
     *
     * @throws IllegalArgumentException if {@code text} is not of that form
     */
    public static CaseId fromString(String text) {
        return new CaseId(Prefixed.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PREFIX + Base32.encode(value);
    }
}
