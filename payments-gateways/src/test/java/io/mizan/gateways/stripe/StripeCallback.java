package io.mizan.gateways.stripe;

import static io.mizan.gateways.stripe.StripeObjects.bytes;
import static io.mizan.gateways.stripe.StripeObjects.charge;
import static io.mizan.gateways.stripe.StripeObjects.event;
import static io.mizan.gateways.stripe.StripeObjects.second;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.Callback;
import io.mizan.gateways.callback.GenuineCallback;
import io.mizan.gateways.signature.Hmac;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

public final class StripeCallback implements GenuineCallback {
    private static final byte[] SECRET = "whsec_test_9f2c1d7a6b5e4c3d2e1f0a9b8c7d6e5f".getBytes(UTF_8);

    private final byte[] stamp = (second(100).getEpochSecond() + ".").getBytes(UTF_8);
    private final byte[] body = bytes(event("charge.succeeded", charge().json()));
    private final StripeGateway gateway = new StripeGateway(
            StripeSettings.standard(false, "acct_1", "sk_test_abc", List.of(new String(SECRET, UTF_8))),
            Clock.fixed(second(120), ZoneOffset.UTC));

    @Override
    public Callback.Raw raw() {
        var signature = HexFormat.of().formatHex(bareSignature());
        var header = "t=" + second(100).getEpochSecond() + ",v1=" + signature;
        return new Callback.Raw(Map.of(StripeSignature.HEADER, header), body);
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
        return Hmac.sha256(SECRET, stamp, body);
    }
}
