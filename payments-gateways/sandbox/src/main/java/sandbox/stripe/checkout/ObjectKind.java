package sandbox.stripe.checkout;

import java.util.Locale;

/** The objects of a checkout that have an id of their own. */
public enum ObjectKind {
    SESSION,
    INTENT,
    CHARGE,
    REFUND;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
