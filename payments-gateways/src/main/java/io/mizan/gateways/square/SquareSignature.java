package io.mizan.gateways.square;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateways.signature.ConstantTime;
import io.mizan.gateways.signature.Hmac;
import io.mizan.gateways.signature.Secrets;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Judges the header {@code x-square-hmacsha256-signature}: the base64 of HMAC-SHA256, keyed with the text of the
 * subscription's signature key, over the address of the webhook exactly as it was registered and the raw body behind it.
 * The older {@code x-square-signature}, made with SHA-1, proves nothing.
 *
 * <p>No time is signed, so that a recorded message stays genuine; that it takes effect once is the business of its id.
 */
final class SquareSignature {
    static final String HEADER = "x-square-hmacsha256-signature";

    private final Secrets keys;
    private final byte[] address;

    SquareSignature(List<String> keys, URI notificationUrl) {
        this.keys = Secrets.texts(keys);
        this.address = notificationUrl.toString().getBytes(UTF_8);
    }

    /** The fingerprint of the key that signed it; empty if none of ours did. */
    Optional<String> signer(String header, byte[] body) {
        return keys.whichFits(key -> ConstantTime.equal(
                Base64.getEncoder().encode(Hmac.sha256(key, address, body)), header.getBytes(US_ASCII)));
    }
}
