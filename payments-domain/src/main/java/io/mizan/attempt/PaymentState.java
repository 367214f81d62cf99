package io.mizan.attempt;

import java.util.Locale;

/** The state of an attempt, derived from its facts. */
public enum PaymentState {
    /** Begun; the gateway has not said yet that it has a page for it. */
    CREATED,
    /** The customer can pay, or has agreed and the money is on its way. */
    PENDING,
    /** The issuer wants the customer to authenticate. */
    REQUIRES_ACTION,
    /** The issuer holds the money for us; nothing is collected yet. */
    AUTHORIZED,
    /** Money was collected. */
    CAPTURED,
    /** The gateway refused it, or it failed in a way that its page cannot repeat. */
    FAILED,
    /** Called off by us or the customer. */
    CANCELED,
    /** Nobody paid in time. */
    EXPIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
