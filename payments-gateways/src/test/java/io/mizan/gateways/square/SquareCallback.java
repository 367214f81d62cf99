package io.mizan.gateways.square;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.Callback;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateways.callback.GenuineCallback;
import io.mizan.gateways.signature.Hmac;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

public final class SquareCallback implements GenuineCallback {
    private static final byte[] KEY = "sim_sq_signature_key".getBytes(UTF_8);
    private static final byte[] ADDRESS = "https://pay.example/webhooks/square".getBytes(UTF_8);
    private static final Map<String, String> SETTINGS = Map.of(
            "mizan.square.location", "LSIM0001",
            "mizan.square.currency", "USD",
            "mizan.square.access.token", "EAAAtest-token",
            "mizan.square.signature.keys", new String(KEY, UTF_8));

    private final byte[] body =
            SquareReaderTest.payment("COMPLETED").replace('\'', '"').getBytes(UTF_8);
    private final PaymentGateway gateway = new SquareFactory()
            .build(new AdapterSettings(
                    SquareGateway.NAME,
                    false,
                    URI.create("https://pay.example"),
                    Clock.systemUTC(),
                    name -> Optional.ofNullable(SETTINGS.get(name))))
            .gateway();

    @Override
    public Callback.Raw raw() {
        return new Callback.Raw(
                Map.of(SquareSignature.HEADER, Base64.getEncoder().encodeToString(bareSignature())), body);
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
        return Hmac.sha256(KEY, ADDRESS, body);
    }
}
