package io.mizan.web.webhook;

import io.mizan.launcher.Secret;
import io.mizan.testbed.Answer;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.TestBed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends callbacks as Stripe does. */
public final class StripeCallbacks {
    static final String PATH = "/webhooks/stripe";

    private StripeCallbacks() {}

    /** A genuine one, signed now. */
    public static Answer deliver(String body) {
        return deliver(body, signature(body, now()));
    }

    /** A genuine one to one of several instances. */
    public static Answer deliverTo(URI server, String body) {
        return deliver(TestBed.mizan().at(server), body, signature(body, now()));
    }

    /** Tells that QAR 250.00 of this payment were collected; bears no mark of ours. @return the id of the message */
    public static String deliverCapture(String payment) {
        var event = "evt_" + UUID.randomUUID().toString().replace("-", "");
        deliver("{\"id\":\"" + event + "\",\"object\":\"event\",\"type\":\"payment_intent.succeeded\","
                        + "\"created\":1790000000,\"livemode\":false,\"data\":{\"object\":{\"id\":\"" + payment
                        + "\",\"object\":\"payment_intent\",\"status\":\"succeeded\",\"currency\":\"qar\","
                        + "\"amount\":25000,\"amount_received\":25000,\"metadata\":{},\"livemode\":false}}}")
                .expect(200);
        return event;
    }

    /** A genuine one that a proxy formats on its way. */
    public static Answer deliverWrittenAnew(String body) {
        return deliver(body.replace(":", ": "), signature(body, now()));
    }

    /** One to one of several instances, signed with another secret than the usual one. */
    public static Answer deliverTo(URI server, String body, String secret) {
        return deliver(TestBed.mizan().at(server), body, signature(body, now(), secret));
    }

    static Answer deliver(String body, String signature) {
        return deliver(TestBed.mizan(), body, signature);
    }

    private static Answer deliver(MizanClient server, String body, String signature) {
        return server.with("Stripe-Signature", signature).send("POST", PATH, "application/json; charset=utf-8", body);
    }

    /** What time it is in the sandbox, where tests move the clock. */
    static Instant now() {
        return Instant.parse(TestBed.mizan()
                .withSecretKey()
                .get("/sandbox/clock")
                .expect(200)
                .json()
                .getString("now"));
    }

    static String signature(String body, Instant at) {
        return signature(body, at, TestBed.secret(Secret.STRIPE_WEBHOOK_SECRET));
    }

    private static String signature(String body, Instant at, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = at.getEpochSecond() + "." + body;
            return "t=" + at.getEpochSecond() + ",v1="
                    + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
