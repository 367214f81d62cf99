package sandbox.stripe.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeSignatureTest {
    private static final String SECRET = "whsec_test_9f2c1d7a6b5e4c3d2e1f0a9b8c7d6e5f";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            1767225600 | {"id":"evt_1SimA0001","object":"event","api_version":"2026-07-29.dahlia","created":1767225599,"data":{"object":{"id":"cs_test_a1Sim0001","object":"checkout.session","amount_total":1999,"currency":"usd","mode":"payment","payment_status":"paid","status":"complete","client_reference_id":"ord-1001"}},"livemode":false,"pending_webhooks":1,"request":{"id":null,"idempotency_key":null},"type":"checkout.session.completed"} | b028a6c47ad0270c475772cb0bea7bfaed2692913dd4defad0f898bdddc52ee5
            1767229200 | {"id":"evt_1SimA0002","object":"event","type":"charge.refunded","data":{"object":{"id":"ch_Sim0002","object":"charge","amount":5000,"amount_refunded":1250,"currency":"eur","refunded":false,"description":"Café crème – 日本語 €"}}} | 362e08b188636557734525842492e179f9e9ff6d6184792734b510865c7b48fb
            """)
    void a_published_vector_gives_its_signature(long timestamp, String body, String signature) {
        assertThat(StripeSignature.signature(SECRET, timestamp, body)).isEqualTo(signature);
    }

    @Test
    void line_breaks_are_part_of_what_is_signed() {
        var body =
                "{\n  \"id\": \"evt_1SimA0003\",\n  \"object\": \"event\",\n  \"type\": \"charge.dispute.created\"\n}\n";

        assertThat(StripeSignature.signature(SECRET, 1767232800, body))
                .isEqualTo("2b36c2b9392c82495f68a5bf5b44f7e731e467130fd58a4bc3ab566e346bc5d7");
    }

    @Test
    void the_official_library_accepts_the_header() throws SignatureVerificationException {
        var body = "{\"id\":\"evt_1\"}";

        var header = StripeSignature.header(SECRET, Instant.now(), body);

        assertThat(Webhook.Signature.verifyHeader(body, header, SECRET, 300)).isTrue();
    }
}
