package sandbox.stripe.payment;

import java.util.Locale;

/** Whether the money is taken with the authorization or by a later call of the merchant. */
public enum CaptureMethod {
    AUTOMATIC,
    MANUAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
