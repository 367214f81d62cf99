package sandbox.paypal;

import java.net.URI;

/**
 * The one merchant that there is at the simulated PayPal.
 *
 * @param clientId of the one REST app there is, as is {@code clientSecret}
 * @param webhookUrl where messages are sent
 * @param webhookId which they are signed over
 */
public record PayPalAccount(String clientId, String clientSecret, URI webhookUrl, String webhookId) {
    public static final String GATEWAY = "paypal";
    /** Below it lies everything that is below PayPal's own hosts. */
    public static final String PATH = "/paypal";

    /** Who pays: there is one payer. */
    public static final String PAYER = "SIMPAYER00001";

    @Override
    public String toString() {
        return "PayPalAccount[" + clientId + ", " + webhookUrl + ", " + webhookId + ", [redacted]]";
    }
}
