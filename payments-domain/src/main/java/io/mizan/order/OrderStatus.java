package io.mizan.order;

import java.util.Locale;

/** The status of an order, derived from the facts of its attempts and our own decisions. */
public enum OrderStatus {
    PENDING,
    AUTHORIZED,
    PARTIALLY_PAID,
    PAID,
    CANCELED,
    EXPIRED;

    /** Whether the customer has nothing more to do; the browser's secret lapses a day later. */
    public boolean isSettled() {
        return this == PAID || this == CANCELED || this == EXPIRED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
