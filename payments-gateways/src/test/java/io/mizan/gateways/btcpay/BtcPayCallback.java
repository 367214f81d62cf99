package io.mizan.gateways.btcpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.Callback;
import io.mizan.gateways.callback.GenuineCallback;
import io.mizan.gateways.signature.Hmac;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

public final class BtcPayCallback implements GenuineCallback {
    private static final String SECRET = "BtcPaySandboxWebhookSecret";

    private final byte[] body =
            ("{\"deliveryId\":\"DLV1\",\"webhookId\":\"WH1\",\"originalDeliveryId\":\"DLV1\",\"isRedelivery\":false,"
                            + "\"type\":\"InvoiceSettled\",\"timestamp\":1772356530,\"storeId\":\"STORE1\",\"invoiceId\":\"INV1\","
                            + "\"metadata\":{\"orderId\":\"att_01jd9y3v4x8m2k5n7p9r1s3t6w\"},\"manuallyMarked\":false,\"overPaid\":false}")
                    .getBytes(UTF_8);
    private final BtcPayGateway gateway = new BtcPayGateway(
            BtcPaySettings.standard(false, "STORE1", "key", List.of(SECRET), URI.create("http://127.0.0.1:9")));

    @Override
    public Callback.Raw raw() {
        return new Callback.Raw(Map.of("btcpay-sig", "sha256=" + HexFormat.of().formatHex(bareSignature())), body);
    }

    @Override
    public Callback.Verdict judged(Callback.Raw raw) {
        return gateway.verify(raw);
    }

    @Override
    public Callback.Reading read(byte[] message, String proof) {
        return gateway.read(message, proof);
    }

    @Override
    public byte[] bareSignature() {
        return Hmac.sha256(SECRET.getBytes(UTF_8), body);
    }
}
