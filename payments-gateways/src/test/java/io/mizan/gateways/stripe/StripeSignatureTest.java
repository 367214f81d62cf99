package io.mizan.gateways.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import io.mizan.gateways.stripe.StripeSignature.Verdict;
import io.mizan.secrets.Digests;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeSignatureTest {
    private static final String SECRET = "whsec_test_9f2c1d7a6b5e4c3d2e1f0a9b8c7d6e5f";
    private static final String OTHER = "whsec_test_00000000000000000000000000000000";

    /** Made with Stripe's own library, with OpenSSL and with Python, which agree. */
    private record Vector(long timestamp, String body, int bytes, String sha256, String signature) {
        String header() {
            return "t=" + timestamp + ",v1=" + signature;
        }

        Instant sent() {
            return Instant.ofEpochSecond(timestamp);
        }
    }

    private static final Vector PAID = new Vector(
            1767225600,
            "{\"id\":\"evt_1SimA0001\",\"object\":\"event\",\"api_version\":\"2026-07-29.dahlia\",\"created\":1767225599,"
                    + "\"data\":{\"object\":{\"id\":\"cs_test_a1Sim0001\",\"object\":\"checkout.session\","
                    + "\"amount_total\":1999,\"currency\":\"usd\",\"mode\":\"payment\",\"payment_status\":\"paid\","
                    + "\"status\":\"complete\",\"client_reference_id\":\"ord-1001\"}},\"livemode\":false,"
                    + "\"pending_webhooks\":1,\"request\":{\"id\":null,\"idempotency_key\":null},"
                    + "\"type\":\"checkout.session.completed\"}",
            417,
            "ca97eddf26c68fe3bf2423946bc7c674d7ea80036bba38e9a222f555dc4abdc3",
            "b028a6c47ad0270c475772cb0bea7bfaed2692913dd4defad0f898bdddc52ee5");
    private static final Vector NOT_ASCII = new Vector(
            1767229200,
            "{\"id\":\"evt_1SimA0002\",\"object\":\"event\",\"type\":\"charge.refunded\",\"data\":{\"object\":"
                    + "{\"id\":\"ch_Sim0002\",\"object\":\"charge\",\"amount\":5000,\"amount_refunded\":1250,"
                    + "\"currency\":\"eur\",\"refunded\":false,\"description\":"
                    + "\"Caf\u00e9 cr\u00e8me \u2013 \u65e5\u672c\u8a9e \u20ac\"}}}",
            238,
            "027ea5f40e676cad7c8135ba5605d60f0fe7f18882e58ba1e4b842a373a69d5a",
            "362e08b188636557734525842492e179f9e9ff6d6184792734b510865c7b48fb");
    private static final Vector SPACED = new Vector(
            1767232800,
            "{\n  \"id\": \"evt_1SimA0003\",\n  \"object\": \"event\",\n  \"type\": \"charge.dispute.created\"\n}\n",
            85,
            "aaf515d3c5e7b966f6d0a1c28f96ad0e8af253240599863f5dff22da1009f976",
            "2b36c2b9392c82495f68a5bf5b44f7e731e467130fd58a4bc3ab566e346bc5d7");

    static Stream<Vector> vectors() {
        return Stream.of(PAID, NOT_ASCII, SPACED);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void published_signatures_are_good(Vector vector) {
        var body = vector.body().getBytes(UTF_8);

        assertThat(body).hasSize(vector.bytes());
        assertThat(Digests.sha256(body)).isEqualTo(vector.sha256());
        assertThat(judge(vector.header(), body, vector.sent())).isEqualTo(good(SECRET));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void one_changed_bit_anywhere_is_a_mismatch(Vector vector) {
        var body = vector.body().getBytes(UTF_8);
        for (int bit = 0; bit < body.length * 8; bit++) {
            body[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(judge(vector.header(), body, vector.sent())).isEqualTo(new Verdict.Bad("mismatch"));
            body[bit / 8] ^= (byte) (1 << (bit % 8));
        }
        assertThat(judge(vector.header(), body, vector.sent())).isEqualTo(good(SECRET));
    }

    @Test
    void a_body_that_lost_or_won_a_byte_is_a_mismatch() {
        assertThat(judge(SPACED.header(), SPACED.body().strip().getBytes(UTF_8), SPACED.sent()))
                .isEqualTo(new Verdict.Bad("mismatch"));
        assertThat(judge(SPACED.header(), (SPACED.body() + "\n").getBytes(UTF_8), SPACED.sent()))
                .isEqualTo(new Verdict.Bad("mismatch"));
    }

    @ParameterizedTest(name = "{0} seconds later: {1}")
    @CsvSource({"0, good", "300, good", "301, stale", "-300, good", "-301, stale", "-86400, stale", "86400, stale"})
    void a_message_is_good_for_five_minutes_either_way(long later, String expected) {
        var verdict =
                judge(PAID.header(), PAID.body().getBytes(UTF_8), PAID.sent().plusSeconds(later));

        assertThat(verdict).isEqualTo(expected.equals("good") ? good(SECRET) : new Verdict.Bad(expected));
    }

    @Test
    void a_new_time_needs_a_new_signature() {
        var moved = "t=" + (PAID.timestamp() + 1) + ",v1=" + PAID.signature();

        assertThat(judge(moved, PAID.body().getBytes(UTF_8), PAID.sent())).isEqualTo(new Verdict.Bad("mismatch"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t=%1$s,v1=%2$s",
                "v1=%2$s,t=%1$s",
                "t=%1$s, v1=%2$s",
                "t=%1$s,v1=%2$s,v0=0000",
                "t=%1$s,v0=%2$s,v1=%2$s",
                "t=%1$s,v1=%3$s,v1=%2$s",
                "t=%1$s,v1=%2$s,v1=%3$s",
                "t=%1$s,v1=,v1=%2$s",
                "t=%1$s,v2=x,v1=%2$s,,junk"
            })
    void one_good_signature_among_others_is_enough(String form) {
        var header = form.formatted(PAID.timestamp(), PAID.signature(), "0".repeat(64));

        assertThat(judge(header, PAID.body().getBytes(UTF_8), PAID.sent())).isEqualTo(good(SECRET));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            ""                                | malformed
            "t=%1$s"                          | malformed
            "v1=%2$s"                         | malformed
            "t=,v1=%2$s"                      | malformed
            "t=soon,v1=%2$s"                  | malformed
            "t=-%1$s,v1=%2$s"                 | malformed
            "t=0%1$s,v1=%2$s"                 | malformed
            "t=9999999999999999999,v1=%2$s"   | malformed
            "t=%1$s,t=%1$s,v1=%2$s"           | malformed
            "t=%1$s,v0=%2$s"                  | malformed
            "t=%1$s,v1=%2$s0"                 | mismatch
            "t=%1$s,v1="                      | mismatch
            "t=%1$s,v1=%3$s"                  | mismatch
            """)
    void anything_else_is_not(String form, String reason) {
        var header = form.formatted(
                PAID.timestamp(), PAID.signature(), PAID.signature().toUpperCase(Locale.ROOT));

        assertThat(judge(header, PAID.body().getBytes(UTF_8), PAID.sent())).isEqualTo(new Verdict.Bad(reason));
    }

    @Test
    void during_a_rotation_either_secret_signs() {
        var body = PAID.body().getBytes(UTF_8);

        assertThat(new StripeSignature(List.of(OTHER, SECRET)).judge(PAID.header(), body, PAID.sent()))
                .isEqualTo(good(SECRET));
        assertThat(new StripeSignature(List.of(SECRET, OTHER)).judge(PAID.header(), body, PAID.sent()))
                .isEqualTo(good(SECRET));
        assertThat(new StripeSignature(List.of(OTHER)).judge(PAID.header(), body, PAID.sent()))
                .isEqualTo(new Verdict.Bad("mismatch"));
    }

    @Property(tries = 200)
    void we_and_stripes_library_agree(@ForAll String body) throws Exception {
        var header = Webhook.Signature.generateSignatureHeader(body, SECRET, PAID.timestamp());

        assertThat(judge(header, body.getBytes(UTF_8), PAID.sent())).isEqualTo(good(SECRET));
    }

    @Property
    void no_header_breaks_it(@ForAll String header, @ForAll byte[] body) {
        assertThat(judge(header, body, PAID.sent())).isInstanceOf(Verdict.Bad.class);
    }

    private static Verdict judge(String header, byte[] body, Instant now) {
        return new StripeSignature(List.of(SECRET)).judge(header, body, now);
    }

    private static Verdict good(String secret) {
        return new Verdict.Good(Digests.sha256(secret).substring(0, 8));
    }
}
