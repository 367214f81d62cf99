package io.mizan.gateways.qpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.Callback;
import io.mizan.gateways.callback.GenuineCallback;
import io.mizan.gateways.signature.Sha;

/** QPay never calls: what it signs, the customer's browser brings. */
public final class QPayCallback implements GenuineCallback {
    private final QPayFields fields = QPayGatewayTest.answer();
    private final byte[] hashed =
            (QPayVectors.SECRET + String.join("", fields.byName().values())).getBytes(UTF_8);

    @Override
    public Callback.Raw raw() {
        return QPayGatewayTest.raw(QPayGatewayTest.bytes(fields));
    }

    @Override
    public Callback.Verdict judged(Callback.Raw raw) {
        return QPayGatewayTest.QPAY
                .verifyReturn(raw, QPayGatewayTest.TARGET)
                .orElseGet(() -> new Callback.Verdict.Forged("nothing signed"));
    }

    @Override
    public Callback.Reading read(byte[] body, String proof) {
        return QPayGatewayTest.QPAY.readReturn(body, proof, QPayGatewayTest.TARGET);
    }

    @Override
    public byte[] bareSignature() {
        return Sha.sha256(hashed);
    }
}
