package sandbox.stripe.payment;

import java.util.Locale;

/** How a refund stands. */
public enum RefundStatus {
    PENDING,
    SUCCEEDED,
    FAILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
