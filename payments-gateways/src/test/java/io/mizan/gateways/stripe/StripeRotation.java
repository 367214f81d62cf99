package io.mizan.gateways.stripe;

import static io.mizan.gateways.stripe.StripeObjects.bytes;
import static io.mizan.gateways.stripe.StripeObjects.charge;
import static io.mizan.gateways.stripe.StripeObjects.event;
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

public final class StripeRotation implements Rotation {
    @Override
    public AdapterFactory factory() {
        return new StripeFactory();
    }

    @Override
    public Map<String, String> settings(URI api) {
        return Map.of("account", "acct_1", "api.base", api.toString());
    }

    @Override
    public List<Credential> credentials(int number) {
        return List.of(
                new Credential("secret.key", "", "sk_test_" + number),
                new Credential("webhook.secrets", "", signingSecret(number)));
    }

    private static String signingSecret(int number) {
        return "whsec_0000000" + number;
    }

    @Override
    public List<Message> messages(int number) {
        var body = bytes(event("charge.succeeded", charge().json()));
        var stamp = now().getEpochSecond() + ".";
        var signature = HexFormat.of()
                .formatHex(Hmac.sha256(signingSecret(number).getBytes(UTF_8), stamp.getBytes(UTF_8), body));
        var header = "t=" + now().getEpochSecond() + ",v1=" + signature;
        var raw = new Callback.Raw(Map.of(StripeSignature.HEADER, header), body);
        return List.of(gateway -> gateway.verify(raw));
    }

    @Override
    public boolean bears(Received call, int number) {
        return call.header("Authorization").equals("Bearer sk_test_" + number);
    }
}
