package io.mizan.gateways.razorpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.Callback;
import io.mizan.gateways.signature.Secrets;
import io.mizan.secrets.Digests;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages whose signatures were made by others: the official library, openssl and Python. */
class RazorpaySignatureTest {
    private static final URI NOWHERE = URI.create("https://api.razorpay.invalid");
    private static final String CAPTURED =
            "{\"entity\":\"event\",\"account_id\":\"acc_SIM00000000001\",\"event\":\"payment.captured\",\"contains\":[\"payment\"],"
                    + "\"payload\":{\"payment\":{\"entity\":{\"id\":\"pay_SIM00000000001\",\"entity\":\"payment\",\"amount\":50000,"
                    + "\"currency\":\"INR\",\"status\":\"captured\",\"order_id\":\"order_SIM0000000001\",\"method\":\"card\","
                    + "\"captured\":true}}},\"created_at\":1767225600}";
    private static final String REFUNDED =
            "{\"entity\":\"event\",\"account_id\":\"acc_SIM00000000001\",\"event\":\"refund.processed\",\"contains\":[\"refund\",\"payment\"],"
                    + "\"payload\":{\"refund\":{\"entity\":{\"id\":\"rfnd_SIM0000000001\",\"entity\":\"refund\",\"amount\":12500,"
                    + "\"currency\":\"INR\",\"payment_id\":\"pay_SIM00000000001\",\"status\":\"processed\","
                    + "\"notes\":{\"reason\":\"\u0917\u094d\u0930\u093e\u0939\u0915 \u0905\u0928\u0941\u0930\u094b\u0927\"}}}},\"created_at\":1767229200}";
    private static final String WITH_A_LINE_FEED = "{\"event\":\"order.paid\"}\n";
    private static final String SIGNATURE = "842ae0cbd5ea116dec0c4886116c2251ce3e483dd0ba0f5e1eb943632360057f";

    private final RazorpayGateway gateway =
            new RazorpayGateway(RazorpayObjects.settings(NOWHERE), RazorpayObjects.CLOCK);

    record Vector(String body, int bytes, String sha256, String signature) {}

    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector(
                        CAPTURED, 323, "416a06bc96bd7bb7e847e701ce9f842c05d18a8cddc6b7945b5ffb44eb59acbf", SIGNATURE),
                new Vector(
                        REFUNDED,
                        359,
                        "4f3a2c581999c6791522c815ef4f4f3baaaa1f97991f420e0ce4206178c336bc",
                        "eea125e8fa72773cff3b83b9f694639e0e2d73c739ad7c71f80eb4240ff4c290"),
                new Vector(
                        WITH_A_LINE_FEED,
                        23,
                        "d8692fe36f7006b16000d5d130a666070ce90449e6755b3258b0eca5c37b4879",
                        "3094071f5347bb6d18e94c4caeadad17e5c2bbe5cc57e4cff1a43e1bf5c9232a"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_message_of_razorpay_is_genuine(Vector vector) {
        var body = vector.body.getBytes(UTF_8);
        assertThat(body).hasSize(vector.bytes);
        assertThat(Digests.sha256(body)).isEqualTo(vector.sha256);

        assertThat(verdict(vector.body, vector.signature)).isInstanceOf(Callback.Verdict.Genuine.class);
        assertThat(verdict(vector.body, vector.signature.toUpperCase(Locale.ROOT)))
                .isInstanceOf(Callback.Verdict.Genuine.class);
    }

    @ParameterizedTest
    @CsvSource({
        "order_SIM0000000001|pay_SIM00000000001,b5decd8a13f436e347bb073f54d3325186fb2bf65baf7f15ca84c477bd709934",
        "plink_SIM0000000001|ord-1001|paid|pay_SIM00000000001,9896e5e2c88b18e6a41e77daa356d59371460203578cafc2225c5fc4762e3d00",
        "plink_SIM0000000002||paid|pay_SIM00000000002,b1a68f589b934443d84f64e4d47cab362126b057e77b00d97694b29d82ec4e19",
        "pay_SIM00000000003|sub_SIM00000000001,644b343d75f7194f262726b505e7d77e47ca4a8d8d2d4b6c89d97563cf34ecfe"
    })
    void a_return_is_signed_with_the_secret_of_the_key(String message, String signature) {
        assertThat(new RazorpaySignature(List.of(RazorpayObjects.KEY_SECRET)).signer(signature, message))
                .contains(Secrets.fingerprint(RazorpayObjects.KEY_SECRET));
        assertThat(new RazorpaySignature(List.of(RazorpayObjects.WEBHOOK_SECRET)).signer(signature, message))
                .isEmpty();
    }

    @Test
    void a_genuine_message_is_named_by_its_header_and_by_what_is_signed() {
        var genuine = (Callback.Verdict.Genuine) verdict(CAPTURED, SIGNATURE, "evt_1");

        assertThat(genuine)
                .isEqualTo(new Callback.Verdict.Genuine(
                        "evt_1.416a06bc96bd7bb7",
                        "payment.captured",
                        Optional.of(Instant.ofEpochSecond(1_767_225_600)),
                        "webhook secret fingerprint " + Secrets.fingerprint(RazorpayObjects.WEBHOOK_SECRET)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "evt 1", "évt_1"})
    void one_without_a_name_is_named_by_what_is_signed(String name) {
        assertThat((Callback.Verdict.Genuine) verdict(CAPTURED, SIGNATURE, name))
                .returns("416a06bc96bd7bb7e847e701ce9f842c05d18a8cddc6b7945b5ffb44eb59acbf", it -> it.eventId());
    }

    @Test
    void an_old_message_under_the_name_of_a_coming_one_does_not_hide_it() {
        var old = (Callback.Verdict.Genuine) verdict(CAPTURED, SIGNATURE, "evt_2");
        var coming = (Callback.Verdict.Genuine)
                verdict(REFUNDED, "eea125e8fa72773cff3b83b9f694639e0e2d73c739ad7c71f80eb4240ff4c290", "evt_2");

        assertThat(old.eventId()).isNotEqualTo(coming.eventId());
    }

    @Test
    void a_changed_byte_is_forged_wherever_it_is() {
        var body = CAPTURED.getBytes(UTF_8);
        for (int i = 0; i < body.length; i++) {
            var changed = body.clone();
            changed[i] ^= 1;
            assertThat(gateway.verify(new Callback.Raw(Map.of("x-razorpay-signature", SIGNATURE), changed)))
                    .isEqualTo(new Callback.Verdict.Forged("mismatch"));
        }
    }

    @Test
    void a_reformatted_body_is_forged() {
        assertThat(verdict(CAPTURED.replace(",", ", "), SIGNATURE)).isEqualTo(new Callback.Verdict.Forged("mismatch"));
        assertThat(verdict(CAPTURED + "\n", SIGNATURE)).isEqualTo(new Callback.Verdict.Forged("mismatch"));
        assertThat(verdict("", SIGNATURE)).isEqualTo(new Callback.Verdict.Forged("mismatch"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "842ae0cb",
                "sha256=842ae0cbd5ea116dec0c4886116c2251ce3e483dd0ba0f5e1eb943632360057f",
                "842ae0cbd5ea116dec0c4886116c2251ce3e483dd0ba0f5e1eb943632360057f ",
                "842ae0cbd5ea116dec0c4886116c2251ce3e483dd0ba0f5e1eb943632360057f,842ae0cbd5ea116dec0c4886116c2251ce3e483dd0ba0f5e1eb943632360057f",
                "zz2ae0cbd5ea116dec0c4886116c2251ce3e483dd0ba0f5e1eb943632360057f"
            })
    void what_is_no_signature_is_forged(String signature) {
        assertThat(verdict(CAPTURED, signature)).isEqualTo(new Callback.Verdict.Forged("malformed"));
    }

    @Test
    void a_message_without_a_signature_is_forged() {
        assertThat(gateway.verify(new Callback.Raw(Map.of(), CAPTURED.getBytes(UTF_8))))
                .isEqualTo(new Callback.Verdict.Forged("missing"));
    }

    @Test
    void the_secret_of_the_key_signs_no_webhook() {
        var mixedUp = new RazorpayGateway(
                RazorpaySettings.standard(
                        RazorpayObjects.ACCOUNT,
                        "rzp_test_Sim0000000001",
                        List.of(RazorpayObjects.WEBHOOK_SECRET),
                        List.of(RazorpayObjects.KEY_SECRET),
                        NOWHERE),
                RazorpayObjects.CLOCK);

        assertThat(mixedUp.verify(
                        new Callback.Raw(Map.of("x-razorpay-signature", SIGNATURE), CAPTURED.getBytes(UTF_8))))
                .isEqualTo(new Callback.Verdict.Forged("mismatch"));
    }

    @Test
    void two_secrets_hold_while_they_are_rotated() {
        var rotating = new RazorpayGateway(
                RazorpaySettings.standard(
                        RazorpayObjects.ACCOUNT,
                        "rzp_test_Sim0000000001",
                        List.of(RazorpayObjects.KEY_SECRET),
                        List.of("another webhook".replace(' ', '_'), RazorpayObjects.WEBHOOK_SECRET),
                        NOWHERE),
                RazorpayObjects.CLOCK);

        assertThat(rotating.verify(
                        new Callback.Raw(Map.of("x-razorpay-signature", SIGNATURE), CAPTURED.getBytes(UTF_8))))
                .isInstanceOfSatisfying(Callback.Verdict.Genuine.class, genuine -> assertThat(genuine.proof())
                        .endsWith(Secrets.fingerprint(RazorpayObjects.WEBHOOK_SECRET)));
    }

    @Test
    void the_message_of_another_account_is_foreign() {
        var others = new RazorpayGateway(
                RazorpaySettings.standard(
                        "acc_SIM00000000002",
                        "rzp_test_Sim0000000001",
                        List.of(RazorpayObjects.KEY_SECRET),
                        List.of(RazorpayObjects.WEBHOOK_SECRET),
                        NOWHERE),
                RazorpayObjects.CLOCK);

        assertThat(others.verify(new Callback.Raw(Map.of("x-razorpay-signature", SIGNATURE), CAPTURED.getBytes(UTF_8))))
                .isInstanceOfSatisfying(Callback.Verdict.Foreign.class, foreign -> assertThat(foreign.reason())
                        .isEqualTo("wrong_account"));
    }

    private Callback.Verdict verdict(String body, String signature) {
        return gateway.verify(new Callback.Raw(Map.of("x-razorpay-signature", signature), body.getBytes(UTF_8)));
    }

    private Callback.Verdict verdict(String body, String signature, String eventId) {
        var headers = new HashMap<>(Map.of("x-razorpay-signature", signature));
        headers.put("x-razorpay-event-id", eventId);
        return gateway.verify(new Callback.Raw(headers, body.getBytes(UTF_8)));
    }
}
