package io.mizan.gateways.btcpay;

import io.mizan.gateways.signature.ConstantTime;
import io.mizan.gateways.signature.Hmac;
import io.mizan.gateways.signature.Secrets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * BTCPay's signature: HMAC-SHA256 over the raw body ({@code BTCPay-Sig}). No time is signed, so an old message can be
 * sent again for ever; it is known by its id, and does no harm, since no message is believed about money.
 */
final class BtcPaySignature {
    static final String HEADER = "btcpay-sig";
    private static final Pattern FORM = Pattern.compile("sha256=([0-9a-fA-F]{64})");

    private final Secrets secrets;

    BtcPaySignature(List<String> secrets) {
        this.secrets = Secrets.texts(secrets);
    }

    /** The fingerprint of the secret that signed it; empty if none did. */
    Optional<String> signer(String header, byte[] body) {
        var form = FORM.matcher(header);
        if (!form.matches()) {
            return Optional.empty();
        }
        var given = HexFormat.of().parseHex(form.group(1));
        return secrets.whichFits(key -> ConstantTime.equal(Hmac.sha256(key, body), given));
    }
}
