package sandbox.stripe;

import java.net.URI;

/**
 * The merchant's account at the simulated Stripe.
 *
 * @param secretKey the one key that the API accepts
 * @param webhookUrl where events are sent
 * @param webhookSecret what they are signed with, the {@code whsec_} prefix included
 */
public record StripeSettings(String secretKey, URI webhookUrl, String webhookSecret) {
    @Override
    public String toString() {
        return "StripeSettings[" + webhookUrl + ", [redacted]]";
    }
}
