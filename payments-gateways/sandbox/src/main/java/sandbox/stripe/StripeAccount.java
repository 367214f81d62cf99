package sandbox.stripe;

/** Names that are the same in every corner of the simulated Stripe. */
public final class StripeAccount {
    public static final String GATEWAY = "stripe";
    /** The one merchant account that there is. */
    public static final String ID = "acct_1MizanSandbox";
    /** The API version of every document, unless a request names another. */
    public static final String API_VERSION = "2026-07-29.dahlia";

    private StripeAccount() {}
}
