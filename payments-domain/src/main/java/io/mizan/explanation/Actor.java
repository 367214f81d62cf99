package io.mizan.explanation;

import java.util.Locale;

/** Whose turn it is. */
public enum Actor {
    NOBODY,
    CUSTOMER,
    MERCHANT,
    SUPPORT,
    FINANCE,
    OPERATOR,
    /** The gateway or the bank behind it. */
    GATEWAY,
    /** This system, by itself. */
    MIZAN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
