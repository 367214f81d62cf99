package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.Callback;
import io.mizan.gateways.callback.GenuineCallback;
import io.mizan.gateways.form.Form;
import io.mizan.gateways.signature.Hmac;

/** What Secure Acceptance signs and its server posts; the customer's browser brings the same. */
public final class CyberSourceCallback implements GenuineCallback {
    private final CyberSourceGateway gateway =
            CyberSourceVectors.gateway(CyberSourceSettings.Dealings.STANDARD, CyberSourceVectors.KEY);
    private final Form reply = CyberSourceVectors.reply();
    private final byte[] signed = SignedReply.of(reply).text().getBytes(UTF_8);

    @Override
    public Callback.Raw raw() {
        return CyberSourceVectors.posted(reply);
    }

    @Override
    public Callback.Verdict judged(Callback.Raw raw) {
        return gateway.verify(raw);
    }

    @Override
    public Callback.Reading read(byte[] body, String proof) {
        return gateway.read(body, proof);
    }

    @Override
    public byte[] bareSignature() {
        return Hmac.sha256(CyberSourceVectors.SECRET.getBytes(UTF_8), signed);
    }
}
