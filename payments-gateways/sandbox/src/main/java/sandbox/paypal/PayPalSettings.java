package sandbox.paypal;

import java.net.URI;

/**
 * The merchant's account at the simulated PayPal.
 *
 * @param clientId of the one REST app there is, as is {@code clientSecret}
 * @param webhookUrl where messages are sent
 * @param webhookId which they are signed over
 */
public record PayPalSettings(String clientId, String clientSecret, URI webhookUrl, String webhookId) {
    @Override
    public String toString() {
        return "PayPalSettings[" + clientId + ", " + webhookUrl + ", " + webhookId + ", [redacted]]";
    }
}
