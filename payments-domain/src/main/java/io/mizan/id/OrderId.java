package io.mizan.id;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one order: {@code ord_} and 26 characters outside, a UUIDv7 inside. */
public record OrderId(UUID value) {
    private static final String PREFIX = "ord_";

    public OrderId {
        requireNonNull(value, "value");
    }

    /**
     * Reads the outside form.
     *
     * @throws IllegalArgumentException if {@code text} is not of that form
     */
    public static OrderId fromString(String text) {
        return new OrderId(Prefixed.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PREFIX + Base32.encode(value);
    }
}
