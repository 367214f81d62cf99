package sandbox.razorpay.order;

/** What was asked does not fit; in Razorpay's words. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String reason;

    public Refused(String reason, String description) {
        super(description);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
