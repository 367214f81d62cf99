package sandbox.paypal.order;

/** The states of an order. */
public enum OrderStatus {
    CREATED,
    PAYER_ACTION_REQUIRED,
    APPROVED,
    COMPLETED,
    /** PayPal has forgotten it: nobody approved it in time, or nobody completed what was approved. */
    EXPIRED;

    public boolean isApprovable() {
        return this == CREATED || this == PAYER_ACTION_REQUIRED || this == APPROVED;
    }
}
