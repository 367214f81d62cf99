package io.mizan.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A part of what merchants' servers may do. None of them implies another. */
public enum Scope {
    /** Look at everything: orders with their customers, attempts, timelines, products. */
    READ,
    /** Add products and change their names and prices. */
    CATALOG,
    /** Place orders, start and close attempts to pay them, cancel them, report that they were delivered. */
    ORDERS,
    /** Collect authorized money, or let it go. */
    CAPTURES;

    public static final Set<Scope> ALL = Collections.unmodifiableSet(EnumSet.allOf(Scope.class));

    /** The outside form: {@code read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such scope */
    public static Scope of(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such scope"));
    }
}
