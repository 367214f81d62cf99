package io.mizan.id;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one payment attempt: {@code att_} and 26 characters outside, a UUIDv7 inside. */
public record AttemptId(UUID value) {
    private static final String PREFIX = "att_";

    public AttemptId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the outside form.
     *
     * @throws IllegalArgumentException if {@code text} is not of that form
     */
    public static AttemptId fromString(String text) {
        return new AttemptId(Prefixed.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PREFIX + Base32.encode(value);
    }
}
