package sandbox.settings;

import java.net.URI;

/**
 * The settings of this process.
 *
 * @param database where the simulators keep their state, a schema of their own
 * @param publicUrl base URL under which a browser reaches this process, without a trailing slash
 * @param merchantName the name on hosted pages
 * @param stripe the account that the Stripe simulator plays
 */
public record Settings(DatabaseSettings database, String publicUrl, String merchantName, StripeSettings stripe) {
    /** JDBC coordinates of the simulators' schema. */
    public record DatabaseSettings(String url, String user, String password) {
        @Override
        public String toString() {
            return "DatabaseSettings[" + url + ", " + user + ", [redacted]]";
        }
    }

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
}
