package io.mizan.gateways.square;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Callback;
import io.mizan.gatewayaccount.Rotation;
import io.mizan.gateways.http.ScriptedServer.Received;
import io.mizan.gateways.signature.Hmac;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;

public final class SquareRotation implements Rotation {
    private static final byte[] ADDRESS = "https://pay.example/webhooks/square".getBytes(UTF_8);

    @Override
    public AdapterFactory factory() {
        return new SquareFactory();
    }

    @Override
    public Map<String, String> settings(URI api) {
        return Map.of("location", "LSIM0001", "currency", "USD", "api.base", api.toString());
    }

    @Override
    public List<Credential> credentials(int number) {
        return List.of(
                new Credential("access.token", "", "EAAAtest-token-" + number),
                new Credential("signature.keys", "", signatureKey(number)));
    }

    private static String signatureKey(int number) {
        return "sim_sq_signature_key_" + number;
    }

    @Override
    public List<Message> messages(int number) {
        var body = SquareReaderTest.payment("COMPLETED").replace('\'', '"').getBytes(UTF_8);
        var signature = Base64.getEncoder()
                .encodeToString(Hmac.sha256(signatureKey(number).getBytes(UTF_8), ADDRESS, body));
        var raw = new Callback.Raw(Map.of(SquareSignature.HEADER, signature), body);
        return List.of(gateway -> gateway.verify(raw));
    }

    @Override
    public boolean bears(Received call, int number) {
        return call.header("Authorization").equals("Bearer EAAAtest-token-" + number);
    }
}
