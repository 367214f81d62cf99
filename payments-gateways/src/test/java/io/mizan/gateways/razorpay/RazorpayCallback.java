package io.mizan.gateways.razorpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.Callback;
import io.mizan.gateways.callback.GenuineCallback;
import io.mizan.gateways.signature.Hmac;
import java.net.URI;
import java.util.HexFormat;
import java.util.Map;

public final class RazorpayCallback implements GenuineCallback {
    private final byte[] body = RazorpayObjects.event(
                    "payment.captured", "payment", RazorpayObjects.payment("captured"))
            .getBytes(UTF_8);
    private final RazorpayGateway gateway = new RazorpayGateway(
            RazorpayObjects.settings(URI.create("https://api.razorpay.invalid")), RazorpayObjects.CLOCK);

    @Override
    public Callback.Raw raw() {
        return new Callback.Raw(
                Map.of(
                        RazorpaySignature.HEADER,
                        HexFormat.of().formatHex(bareSignature()),
                        "x-razorpay-event-id",
                        "evt_1"),
                body);
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
        return Hmac.sha256(RazorpayObjects.WEBHOOK_SECRET.getBytes(UTF_8), body);
    }
}
