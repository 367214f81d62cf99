package sandbox.razorpay;

import java.net.URI;
import sandbox.signature.Hmac;

/**
 * The one merchant that there is.
 *
 * @param keySecret calls the API and signs the customers' way back
 * @param webhookSecret signs messages, and is another
 */
public record RazorpayAccount(String id, String keyId, String keySecret, URI webhookUrl, String webhookSecret) {
    public static final String GATEWAY = "razorpay";
    /** Where everything of it lies in this process. */
    public static final String PATH = "/razorpay";

    /** Signs a way back, of which the order is the merchant's own. */
    public String signedReturn(String order, String payment) {
        return Hmac.hex(keySecret, order + "|" + payment);
    }

    @Override
    public String toString() {
        return "RazorpayAccount[" + id + ", " + keyId + ", " + webhookUrl + ", [redacted]]";
    }
}
