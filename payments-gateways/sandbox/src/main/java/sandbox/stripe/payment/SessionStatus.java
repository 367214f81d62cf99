package sandbox.stripe.payment;

import java.util.Locale;

/** The life of a session: open until the customer finishes it or its time runs out. */
public enum SessionStatus {
    OPEN,
    COMPLETE,
    EXPIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
