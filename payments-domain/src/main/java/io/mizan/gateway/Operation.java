package io.mizan.gateway;

import java.util.Locale;

/** What we can ask a gateway to do; each is a command that is stored before it is sent. */
public enum Operation {
    OPEN_CHECKOUT,
    /** Let the gateway take what the customer has approved, where it waits for us. */
    COMPLETE,
    /** Make the page take no more money. */
    CLOSE,
    CAPTURE,
    /** Release an authorization without capturing it. */
    VOID,
    /** Give collected money back. */
    REFUND;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
