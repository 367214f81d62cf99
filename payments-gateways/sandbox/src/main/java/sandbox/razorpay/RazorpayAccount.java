package sandbox.razorpay;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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

    private static final String ALGORITHM = "HmacSHA256";

    /** Signs a way back, of which the order is the merchant's own. */
    public String signedReturn(String order, String payment) {
        return signed(keySecret, order + "|" + payment);
    }

    /** HMAC-SHA256 over the text in UTF-8, in lower-case hexadecimal. */
    public static String signed(String secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    @Override
    public String toString() {
        return "RazorpayAccount[" + id + ", " + keyId + ", " + webhookUrl + ", [redacted]]";
    }
}
