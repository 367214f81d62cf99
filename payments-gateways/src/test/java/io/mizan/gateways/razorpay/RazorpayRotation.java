package io.mizan.gateways.razorpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.SignedReturns;
import io.mizan.gatewayaccount.Rotation;
import io.mizan.gateways.http.ScriptedServer.Received;
import io.mizan.gateways.signature.Hmac;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The key signs the return of the customer's browser, and another secret the webhooks. */
public final class RazorpayRotation implements Rotation {
    @Override
    public AdapterFactory factory() {
        return new RazorpayFactory();
    }

    @Override
    public Map<String, String> settings(URI api) {
        return Map.of("account", RazorpayObjects.ACCOUNT, "api.base", api.toString());
    }

    @Override
    public List<Credential> credentials(int number) {
        return List.of(
                new Credential("key.secrets", keyId(number), keySecret(number)),
                new Credential("webhook.secrets", "", signingSecret(number)));
    }

    private static String keyId(int number) {
        return "rzp_test_Sim000000000" + number;
    }

    private static String keySecret(int number) {
        return "simKeySecret_AbC12" + number;
    }

    private static String signingSecret(int number) {
        return "rzp_whsec_Sim_4" + number;
    }

    @Override
    public List<Message> messages(int number) {
        var body = RazorpayObjects.event("payment.captured", "payment", RazorpayObjects.payment("captured"))
                .getBytes(UTF_8);
        var webhook = new Callback.Raw(
                Map.of(
                        RazorpaySignature.HEADER,
                        signature(signingSecret(number), body),
                        "x-razorpay-event-id",
                        "evt_1"),
                body);
        var signed = signature(keySecret(number), "order_1|pay_1".getBytes(UTF_8));
        var returned = new Callback.Raw(
                Map.of("content-type", "application/x-www-form-urlencoded"),
                ("razorpay_payment_id=pay_1&razorpay_order_id=order_1&razorpay_signature=" + signed).getBytes(UTF_8));
        var target = RazorpayObjects.target(new ProviderRef("order", "order_1"));
        return List.of(gateway -> gateway.verify(webhook), gateway -> ((SignedReturns) gateway)
                .verifyReturn(returned, target)
                .orElseThrow());
    }

    private static String signature(String secret, byte[] message) {
        return HexFormat.of().formatHex(Hmac.sha256(secret.getBytes(UTF_8), message));
    }

    @Override
    public boolean bears(Received call, int number) {
        var both = (keyId(number) + ":" + keySecret(number)).getBytes(UTF_8);
        return call.header("Authorization")
                .equals("Basic " + Base64.getEncoder().encodeToString(both));
    }
}
