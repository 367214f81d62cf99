package io.mizan.gateways.btcpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Callback;
import io.mizan.gatewayaccount.Rotation;
import io.mizan.gateways.http.ScriptedServer.Received;
import io.mizan.gateways.signature.Hmac;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

public final class BtcPayRotation implements Rotation {
    @Override
    public AdapterFactory factory() {
        return new BtcPayFactory();
    }

    @Override
    public Map<String, String> settings(URI api) {
        return Map.of("store.id", "STORE1", "api.base", api.toString());
    }

    @Override
    public List<Credential> credentials(int number) {
        return List.of(
                new Credential("api.key", "", "key-" + number),
                new Credential("webhook.secrets", "", signingSecret(number)));
    }

    private static String signingSecret(int number) {
        return "BtcPaySandboxWebhookSecret" + number;
    }

    @Override
    public List<Message> messages(int number) {
        var body =
                ("{\"deliveryId\":\"DLV1\",\"webhookId\":\"WH1\",\"originalDeliveryId\":\"DLV1\",\"isRedelivery\":false,"
                                + "\"type\":\"InvoiceSettled\",\"timestamp\":1772356530,\"storeId\":\"STORE1\",\"invoiceId\":\"INV1\"}")
                        .getBytes(UTF_8);
        var signature =
                HexFormat.of().formatHex(Hmac.sha256(signingSecret(number).getBytes(UTF_8), body));
        var raw = new Callback.Raw(Map.of(BtcPaySignature.HEADER, "sha256=" + signature), body);
        return List.of(gateway -> gateway.verify(raw));
    }

    @Override
    public boolean bears(Received call, int number) {
        return call.header("Authorization").equals("token key-" + number);
    }
}
