package sandbox.stripe.payment;

import java.util.Locale;

/** What came of one try to charge. */
public enum ChargeStatus {
    PENDING,
    SUCCEEDED,
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
