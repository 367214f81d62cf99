package io.mizan.erasure;

import java.util.Locale;

/** How far a wish to erase a customer has come. */
public enum ErasureState {
    AWAITING_APPROVAL,
    /** A worker carries it out. */
    APPROVED,
    REJECTED,
    /** Nobody decided in time. */
    EXPIRED,
    DONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
