package io.mizan.gateways.razorpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateways.signature.ConstantTime;
import io.mizan.gateways.signature.Hmac;
import io.mizan.gateways.signature.Secrets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Razorpay's signatures: HMAC-SHA256 in lower-case hexadecimal, keyed with the text of a secret, over bytes in UTF-8. That
 * of a webhook ({@code X-Razorpay-Signature}) is made over its raw body with the webhook's secret; that of a return over
 * two ids with the secret of the API key. They are two secrets, and one never proves what the other signed.
 *
 * <p>No time is signed, so that a recorded message stays genuine; that it takes effect once is the business of its id.
 */
final class RazorpaySignature {
    static final String HEADER = "x-razorpay-signature";
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{64}");

    private final Secrets secrets;

    RazorpaySignature(List<String> secrets) {
        this.secrets = Secrets.texts(secrets);
    }

    static boolean isOne(String given) {
        return FORM.matcher(given).matches();
    }

    /** The fingerprint of the secret that signed it; empty if none of ours did. */
    Optional<String> signer(String given, byte[] message) {
        if (!isOne(given)) {
            return Optional.empty();
        }
        var expected = HexFormat.of().parseHex(given);
        return secrets.whichFits(key -> ConstantTime.equal(Hmac.sha256(key, message), expected));
    }

    Optional<String> signer(String given, String message) {
        return signer(given, message.getBytes(UTF_8));
    }
}
