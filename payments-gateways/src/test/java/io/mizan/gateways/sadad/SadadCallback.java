package io.mizan.gateways.sadad;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.Callback;
import io.mizan.gateways.callback.GenuineCallback;
import io.mizan.gateways.form.Form;
import io.mizan.gateways.signature.Sha;

/** What SADAD signs and the customer's browser brings: that is evidence, where its own call is but a hint. */
public final class SadadCallback implements GenuineCallback {
    private final Form form = SadadGatewayTest.paid();
    private final byte[] hashed = (SadadGatewayTest.SECRET + form.encode()).getBytes(UTF_8);

    @Override
    public Callback.Raw raw() {
        return SadadGatewayTest.raw(SadadGatewayTest.bytes(form));
    }

    @Override
    public Callback.Verdict judged(Callback.Raw raw) {
        return SadadGatewayTest.SADAD
                .verifyReturn(raw, SadadGatewayTest.TARGET)
                .orElseGet(() -> new Callback.Verdict.Forged("nothing signed"));
    }

    @Override
    public Callback.Reading read(byte[] body, String proof) {
        return SadadGatewayTest.SADAD.readReturn(body, proof, SadadGatewayTest.TARGET);
    }

    @Override
    public byte[] bareSignature() {
        return Sha.sha256(hashed);
    }
}
