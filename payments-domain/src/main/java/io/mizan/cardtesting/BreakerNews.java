package io.mizan.cardtesting;

import java.util.Locale;

/** What the breaker did, for whoever counts it. */
public enum BreakerNews {
    /** A key was stopped. */
    KEY_STOPPED,
    /** Somebody of the staff let it go on. */
    KEY_RELEASED,
    /** An attempt was refused meanwhile. */
    ATTEMPT_REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
