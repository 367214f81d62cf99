package io.mizan.order;

import java.util.Locale;

/** Whether the merchant has delivered; told by the merchant and apart from the money. */
public enum Fulfilment {
    UNFULFILLED,
    FULFILLED,
    /** Delivered, then taken back. */
    REVOKED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
