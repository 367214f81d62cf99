package io.mizan.gateways.stripe;

import static io.mizan.gateways.stripe.StripeObjects.bytes;
import static io.mizan.gateways.stripe.StripeObjects.charge;
import static io.mizan.gateways.stripe.StripeObjects.event;
import static io.mizan.gateways.stripe.StripeObjects.second;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Callback.Verdict;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Recovery;
import io.mizan.secrets.Digests;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StripeGatewayCallbackTest {
    private static final String SECRET = "whsec_test_9f2c1d7a6b5e4c3d2e1f0a9b8c7d6e5f";
    private static final String PROOF =
            "whsec fingerprint " + Digests.sha256(SECRET).substring(0, 8);
    private static final String BODY =
            new String(bytes(event("charge.succeeded", charge().json())), StandardCharsets.UTF_8);

    private final StripeGateway gateway = new StripeGateway(
            StripeSettings.standard(false, "acct_1", "sk_test_abc", List.of(SECRET)),
            Clock.fixed(second(120), ZoneOffset.UTC));

    @Test
    void a_signed_event_is_genuine() {
        assertThat(verdict(BODY))
                .isEqualTo(new Verdict.Genuine("evt_1", "charge.succeeded", Optional.of(second(100)), PROOF));
    }

    @Test
    void an_event_of_the_other_mode_is_foreign() {
        assertThat(verdict(BODY.replace("\"livemode\":false", "\"livemode\":true")))
                .isEqualTo(new Verdict.Foreign(
                        "evt_1", "charge.succeeded", Optional.of(second(100)), PROOF, "wrong_mode"));
    }

    @Test
    void an_event_of_a_connected_account_is_foreign() {
        var ours = Json.createObjectBuilder(event("charge.succeeded", charge().json()))
                .add("account", "acct_1")
                .build();
        var others = Json.createObjectBuilder(ours).add("account", "acct_2").build();

        assertThat(verdict(ours.toString())).isInstanceOf(Verdict.Genuine.class);
        assertThat(verdict(others.toString()))
                .isEqualTo(new Verdict.Foreign(
                        "evt_1", "charge.succeeded", Optional.of(second(100)), PROOF, "wrong_account"));
    }

    @Test
    void a_signed_message_that_nobody_can_read_is_kept() {
        assertThat(verdict("tea?"))
                .isEqualTo(new Verdict.Genuine(Digests.sha256("tea?"), "unreadable", Optional.empty(), PROOF));
    }

    @Test
    void an_unsigned_or_changed_message_is_forged() {
        assertThat(gateway.verify(new Callback.Raw(Map.of(), BODY.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new Verdict.Forged("missing"));
        assertThat(gateway.verify(raw("t=1,v1=00", BODY))).isEqualTo(new Verdict.Forged("mismatch"));
        assertThat(gateway.verify(raw("junk", BODY))).isEqualTo(new Verdict.Forged("malformed"));
        assertThat(gateway.verify(raw(signed(BODY), BODY.replace("charge.succeeded", "charge.refunded"))))
                .isEqualTo(new Verdict.Forged("mismatch"));
    }

    /** Not believed either; but an operator is told what is in the way. */
    @Test
    void a_message_that_a_proxy_wrote_anew_is_told_from_one_that_was_never_signed() {
        var dense = "{\"id\":\"evt_1\",\"data\":{\"note\":\"a \\\"b\\\": c, d\",\"list\":[],\"of\":[1,2]}}";
        var asStripeWrites =
                """
                {
                  "id": "evt_1",
                  "data": {
                    "note": "a \\"b\\": c, d",
                    "list": [],
                    "of": [
                      1,
                      2
                    ]
                  }
                }""";
        for (var original : List.of(dense, asStripeWrites)) {
            for (var rewritten : List.of(dense + " ", asStripeWrites + "\n", asStripeWrites.replace("\n", "\r\n"))) {
                assertThat(gateway.verify(raw(signed(original), rewritten))).isEqualTo(new Verdict.Forged("reencoded"));
            }
        }
    }

    @Property
    void no_signed_body_breaks_the_verdict(@ForAll String body) {
        assertThat(verdict(body)).isNotInstanceOf(Verdict.Forged.class);
    }

    @Property
    void no_message_breaks_the_verdict(@ForAll String header, @ForAll byte[] body) {
        assertThat(gateway.verify(new Callback.Raw(Map.of("stripe-signature", header), body)))
                .isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void the_profile_promises_what_stripe_does() {
        var profile = gateway.profile();

        assertThat(profile.recovery())
                .containsOnlyKeys(
                        Operation.OPEN_CHECKOUT, Operation.CLOSE, Operation.CAPTURE, Operation.VOID, Operation.REFUND);
        assertThat(profile.recovery().values()).containsOnly(new Recovery.SameKey(Duration.ofDays(1)));
        assertThat(profile.payFor()).isEqualTo(Duration.ofHours(1));
        assertThat(profile.watchFor()).isEqualTo(Duration.ofDays(1));
        assertThat(profile.intervalAfter(0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(profile.intervalAfter(99)).isEqualTo(Duration.ofHours(6));
        assertThat(gateway.account()).hasToString("stripe/acct_1/sandbox");
    }

    private Verdict verdict(String body) {
        return gateway.verify(raw(signed(body), body));
    }

    private static String signed(String body) {
        try {
            return Webhook.Signature.generateSignatureHeader(
                    body, SECRET, second(110).getEpochSecond());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Callback.Raw raw(String header, String body) {
        return new Callback.Raw(Map.of("stripe-signature", header), body.getBytes(StandardCharsets.UTF_8));
    }
}
