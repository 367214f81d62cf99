package sandbox.stripe.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The {@code Stripe-Signature} header: HMAC-SHA256 over the time of sending, a full stop and the exact bytes of the body.
 * The key is the whole secret, its {@code whsec_} prefix included.
 */
public final class StripeSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private StripeSignature() {}

    public static String header(String secret, Instant at, String body) {
        return "t=" + at.getEpochSecond() + ",v1=" + signature(secret, at.getEpochSecond(), body);
    }

    static String signature(String secret, long timestamp, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }
}
