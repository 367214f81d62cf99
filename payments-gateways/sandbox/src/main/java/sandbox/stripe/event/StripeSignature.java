package sandbox.stripe.event;

import java.time.Instant;
import sandbox.signature.Hmac;

/**
 * The {@code Stripe-Signature} header: HMAC-SHA256 over the time of sending, a full stop and the exact bytes of the body.
 * The key is the whole secret, its {@code whsec_} prefix included.
 */
final class StripeSignature {
    private StripeSignature() {}

    public static String header(String secret, Instant at, String body) {
        return "t=" + at.getEpochSecond() + ",v1=" + signature(secret, at.getEpochSecond(), body);
    }

    static String signature(String secret, long timestamp, String body) {
        return Hmac.hex(secret, timestamp + "." + body);
    }
}
