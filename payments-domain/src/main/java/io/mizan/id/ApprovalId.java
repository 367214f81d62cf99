package io.mizan.id;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one act that waits or waited for a second person: {@code apr_} and 26 characters outside, a UUIDv7 inside. */
public record ApprovalId(UUID value) {
    private static final String PREFIX = "apr_";

    public ApprovalId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the outside form.
     *
     * @throws IllegalArgumentException if {@code text} is not of that form
     */
    public static ApprovalId fromString(String text) {
        return new ApprovalId(Prefixed.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PREFIX + Base32.encode(value);
    }
}
