package sandbox.stripe.payment;

import java.util.Locale;

/** The states of a payment intent that a checkout can bring it to. */
public enum IntentStatus {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_ACTION,
    PROCESSING,
    REQUIRES_CAPTURE,
    SUCCEEDED,
    CANCELED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
