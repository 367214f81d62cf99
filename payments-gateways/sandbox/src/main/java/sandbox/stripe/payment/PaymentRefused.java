package sandbox.stripe.payment;

/** What was asked does not fit the state of the checkout; nothing happened. */
public class PaymentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code Stripe's error code, empty where Stripe gives none */
    PaymentRefused(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
