package sandbox.paypal.order;

/** A request that PayPal refuses: a status, a name, and the issue by which programs decide. */
public class PayPalRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String name;
    private final String issue;

    public PayPalRefused(int status, String name, String issue) {
        super(name + " " + issue);
        this.status = status;
        this.name = name;
        this.issue = issue;
    }

    /** What was asked does not fit the object's state, or means nothing. */
    public static PayPalRefused unprocessable(String issue) {
        return new PayPalRefused(422, "UNPROCESSABLE_ENTITY", issue);
    }

    public static PayPalRefused invalid(String issue) {
        return new PayPalRefused(400, "INVALID_REQUEST", issue);
    }

    public static PayPalRefused notFound() {
        return new PayPalRefused(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID");
    }

    public int status() {
        return status;
    }

    public String name() {
        return name;
    }

    /** Empty if there is none. */
    public String issue() {
        return issue;
    }
}
