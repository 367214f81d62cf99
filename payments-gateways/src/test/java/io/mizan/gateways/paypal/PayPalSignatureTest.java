package io.mizan.gateways.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayPalSignatureTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T02:00:10Z"), ZoneOffset.UTC);
    private static final Duration OLDEST = Duration.ofDays(4);
    private static final PayPalSignature.Verdict MISMATCH = new PayPalSignature.Verdict.Bad("mismatch");

    private final PayPalSignature signature = signature(List.of(SignedMessages.WEBHOOK_ID));

    static Stream<SignedMessages.Signed> vectors() {
        return SignedMessages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_signed_message_is_genuine(SignedMessages.Signed signed) {
        assertThat(PayPalSignature.message(signed.id(), signed.time(), SignedMessages.WEBHOOK_ID, signed.body()))
                .isEqualTo(signed.message())
                .endsWith("|" + signed.crc());
        assertThat(judged(signed.headers(), signed.body()))
                .isInstanceOfSatisfying(PayPalSignature.Verdict.Good.class, good -> {
                    assertThat(good.webhookId()).isEqualTo(SignedMessages.WEBHOOK_ID);
                    assertThat(good.certificate()).matches("[0-9a-f]{16}");
                });
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_changed_body_is_not_believed(SignedMessages.Signed signed) {
        for (int i = 0; i < signed.body().length; i++) {
            var changed = signed.body();
            changed[i] ^= 1;
            assertThat(judged(signed.headers(), changed)).isEqualTo(MISMATCH);
        }
        assertThat(judged(signed.headers(), Arrays.copyOf(signed.body(), signed.body().length - 1)))
                .isEqualTo(MISMATCH);
        assertThat(judged(signed.headers(), Arrays.copyOf(signed.body(), signed.body().length + 1)))
                .isEqualTo(MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({
        "paypal-transmission-id,b1d0a5e0-6f3e-11f0-9c3a-1f2e3d4c5b6b,mismatch",
        "paypal-transmission-time,2026-01-01T00:00:06Z,mismatch",
        "paypal-transmission-sig,AAAA,mismatch",
        "paypal-transmission-sig,not base64,malformed",
        "paypal-transmission-sig,'',malformed-or-mismatch",
        "paypal-transmission-id,'a|b',malformed",
        "paypal-transmission-time,'2026-01-01T00:00:05Z|x',malformed",
        "paypal-auth-algo,SHA1withRSA,algorithm",
        "paypal-auth-algo,NONEwithRSA,algorithm",
        "paypal-cert-url,https://api.example.test/v1/notifications/certs/CERT-1,certificate_address",
    })
    void a_changed_header_is_not_believed(String name, String value, String reason) {
        var signed = SignedMessages.all().get(0);
        var headers = signed.headers();
        headers.put(name, value);

        assertThat(judged(headers, signed.body()))
                .isInstanceOfSatisfying(PayPalSignature.Verdict.Bad.class, bad -> assertThat(reason)
                        .contains(bad.reason()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paypal-transmission-id",
                "paypal-transmission-time",
                "paypal-transmission-sig",
                "paypal-cert-url",
                "paypal-auth-algo"
            })
    void a_missing_header_is_not_believed(String name) {
        var signed = SignedMessages.all().get(0);
        var headers = signed.headers();
        headers.remove(name);

        assertThat(judged(headers, signed.body())).isEqualTo(new PayPalSignature.Verdict.Bad("missing"));
    }

    @Test
    void signatures_of_other_messages_are_not_believed() {
        var all = SignedMessages.all();

        for (var one : all) {
            for (var other : all) {
                var headers = one.headers();
                headers.put("paypal-transmission-sig", other.signature());
                assertThat(judged(headers, one.body()) instanceof PayPalSignature.Verdict.Good)
                        .isEqualTo(one.equals(other));
            }
        }
    }

    @Test
    void the_values_in_another_order_are_not_believed() {
        var signed = SignedMessages.all().get(0);
        var headers = new TreeMap<>(signed.headers());
        headers.put("paypal-transmission-id", "2026-01-01T00-00-05Z");
        assertThat(judged(headers, signed.body())).isEqualTo(MISMATCH);
    }

    /** PayPal repeats for three days; who kept a message longer is not PayPal. */
    @ParameterizedTest
    @CsvSource({"PT0S,true", "P3D,true", "P4D,true", "P4DT1S,false", "P400D,false", "-PT4M,true", "-PT6M,false"})
    void a_message_is_believed_for_some_days(Duration age, boolean believed) {
        var signed = SignedMessages.all().get(0);
        var clock = Clock.fixed(Instant.parse(signed.time()).plus(age), ZoneOffset.UTC);

        var verdict = signature(List.of(SignedMessages.WEBHOOK_ID), clock).judge(signed.headers(), signed.body());

        assertThat(verdict instanceof PayPalSignature.Verdict.Good).isEqualTo(believed);
        if (!believed) {
            assertThat(verdict).isEqualTo(new PayPalSignature.Verdict.Bad("too_old"));
        }
    }

    @Test
    void a_message_to_another_webhook_is_not_ours() {
        var signed = SignedMessages.all().get(0);

        assertThat(signature(List.of("0AB12345CD678901E")).judge(signed.headers(), signed.body()))
                .isEqualTo(MISMATCH);
    }

    @Test
    void two_webhooks_are_valid_while_one_follows_the_other() {
        var signed = SignedMessages.all().get(0);

        assertThat(signature(List.of("0AB12345CD678901E", SignedMessages.WEBHOOK_ID))
                        .judge(signed.headers(), signed.body()))
                .isInstanceOf(PayPalSignature.Verdict.Good.class);
    }

    @Test
    void a_certificate_that_cannot_be_fetched_leaves_it_undecided() {
        var signed = SignedMessages.all().get(0);
        var unreached = new PayPalSignature(
                List.of(SignedMessages.WEBHOOK_ID),
                new SigningCertificates(
                        CertificateAddress.payPals(),
                        address -> Optional.empty(),
                        () -> SignedMessages.root("test-root.pem"),
                        SignedMessages.COMMON_NAME,
                        CLOCK),
                OLDEST,
                CLOCK);

        assertThat(unreached.judge(signed.headers(), signed.body()))
                .isEqualTo(new PayPalSignature.Verdict.Undecided("certificate_not_fetched"));
    }

    @Test
    void nothing_is_fetched_for_a_message_that_is_malformed_anyway() {
        var signed = SignedMessages.all().get(0);
        var untouched = new PayPalSignature(
                List.of(SignedMessages.WEBHOOK_ID),
                new SigningCertificates(
                        CertificateAddress.payPals(),
                        address -> {
                            throw new AssertionError("fetched");
                        },
                        () -> SignedMessages.root("test-root.pem"),
                        SignedMessages.COMMON_NAME,
                        CLOCK),
                OLDEST,
                CLOCK);
        var headers = signed.headers();
        headers.put("paypal-transmission-sig", "***");

        assertThat(untouched.judge(headers, signed.body())).isEqualTo(new PayPalSignature.Verdict.Bad("malformed"));
    }

    @Test
    void the_checksum_is_unsigned() {
        assertThat(PayPalSignature.message(
                        "i", "t", "w", SignedMessages.all().get(2).body()))
                .isEqualTo("i|t|w|3968707711");
        assertThat(PayPalSignature.message("i", "t", "w", "".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("i|t|w|0");
    }

    private PayPalSignature.Verdict judged(Map<String, String> headers, byte[] body) {
        return signature.judge(headers, body);
    }

    static PayPalSignature signature(List<String> webhookIds) {
        return signature(webhookIds, CLOCK);
    }

    private static PayPalSignature signature(List<String> webhookIds, Clock clock) {
        var pem = SignedMessages.resource("signing-certificate.pem");
        return new PayPalSignature(
                webhookIds,
                new SigningCertificates(
                        CertificateAddress.payPals(),
                        address -> Optional.of(pem),
                        () -> SignedMessages.root("test-root.pem"),
                        SignedMessages.COMMON_NAME,
                        clock),
                OLDEST,
                clock);
    }
}
