package sandbox.paypal.order;

import java.util.Set;

/** A request that PayPal refuses: a status, a name, and the issue by which programs decide. */
public class PayPalRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String UNKNOWN = "INVALID_RESOURCE_ID";
    private static final Set<String> FORBIDDEN = Set.of("PERMISSION_DENIED", "CONSENT_NEEDED");

    private final int status;
    private final String name;
    private final String issue;

    public PayPalRefused(int status, String name, String issue) {
        super(name + " " + issue);
        this.status = status;
        this.name = name;
        this.issue = issue;
    }

    /** With the status that PayPal gives this issue. */
    public static PayPalRefused of(String issue) {
        if (FORBIDDEN.contains(issue)) {
            return new PayPalRefused(403, "NOT_AUTHORIZED", issue);
        }
        return issue.equals(UNKNOWN) ? notFound() : unprocessable(issue);
    }

    /** What was asked does not fit the object's state, or means nothing. */
    public static PayPalRefused unprocessable(String issue) {
        return new PayPalRefused(422, "UNPROCESSABLE_ENTITY", issue);
    }

    public static PayPalRefused invalid(String issue) {
        return new PayPalRefused(400, "INVALID_REQUEST", issue);
    }

    public static PayPalRefused notFound() {
        return new PayPalRefused(404, "RESOURCE_NOT_FOUND", UNKNOWN);
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
