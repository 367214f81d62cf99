package sandbox.stripe;

import java.net.URI;

/**
 * The one merchant that there is at the simulated Stripe.
 *
 * @param secretKey the one key that the API accepts
 * @param webhookUrl where events are sent
 * @param webhookSecret what they are signed with, the {@code whsec_} prefix included
 */
public record StripeAccount(String secretKey, URI webhookUrl, String webhookSecret) {
    public static final String GATEWAY = "stripe";
    public static final String ID = "acct_1MizanSandbox";
    /** The API version of every document, unless a request names another. */
    public static final String API_VERSION = "2026-07-29.dahlia";

    @Override
    public String toString() {
        return "StripeAccount[" + webhookUrl + ", [redacted]]";
    }
}
