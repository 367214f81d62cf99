package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateways.http.HttpCall;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSignatureTest {
    private static final HttpSignature SIGNATURE = new HttpSignature(CyberSourceVectors.settings(
                    CyberSourceSettings.TEST_API, CyberSourceSettings.Dealings.STANDARD, CyberSourceVectors.KEY)
            .api());

    /** Equal to what the vendor's own authentication library writes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            POST | /pts/v2/payments | {"clientReferenceInformation":{"code":"ORD-100045"},"processingInformation":{"capture":false},"orderInformation":{"amountDetails":{"totalAmount":"150.00","currency":"QAR"}}} | SHA-256=0DoNaRQqVRsrbDoHB75R1I0PrHvl6VQFvjBa3Z++WmQ= | Cjy1NBvtEa+RZ8WTPKFsfOpJH2w3o3F4GRbqHNisiMc=
            GET | /tss/v2/transactions/7412345678901234503001 | | | NZ+gJq/e5DZBj8OqSW2TgR2JTNob8ISsXWnrQLMD3Ao=
            POST | /pts/v2/payments/7412345678901234503001/refunds | {"clientReferenceInformation":{"code":"RF-100045-1"},"orderInformation":{"amountDetails":{"totalAmount":"50.00","currency":"QAR"}}} | SHA-256=p4dPMxcnDmN1XNYEDR1O9pTaYfIm++X+YisMF16BBG4= | XR+jLVNANXflBTgkaRGp5LzYCnWxZrd+6bXzhoCE2EY=
            GET | /reporting/v3/payment-batch-summaries?startTime=2026-03-01T00:00:00Z&endTime=2026-03-02T00:00:00Z&organizationId=example_mid_001 | | | kKzqV7zobmnrcXP3sndr44briZUya2YtjnvgwHUafog=
            """)
    void a_call_is_signed(String method, String target, String body, String digest, String signature) {
        var call = HttpCall.of(method, URI.create(CyberSourceSettings.TEST_API + target));
        var signed = SIGNATURE.signed(
                body == null ? call : call.with("application/json;charset=utf-8", body.getBytes(UTF_8)),
                Instant.parse("2026-03-01T09:15:30.999Z"));

        assertThat(header(signed, "Date")).contains("Sun, 01 Mar 2026 09:15:30 GMT");
        assertThat(header(signed, "Digest")).isEqualTo(Optional.ofNullable(digest));
        assertThat(header(signed, "v-c-merchant-id")).contains("example_mid_001");
        assertThat(header(signed, "Signature"))
                .contains(
                        "keyid=\"11111111-2222-3333-4444-555555555555\", algorithm=\"HmacSHA256\", headers=\"host date"
                                + " request-target " + (digest == null ? "" : "digest ")
                                + "v-c-merchant-id\", signature=\""
                                + signature + "\"");
    }

    @Test
    void a_port_is_signed_where_it_is_sent() {
        var date = "Sun, 01 Mar 2026 09:15:30 GMT";
        var usual = SIGNATURE.of("GET", URI.create("https://apitest.cybersource.com/x"), date, Optional.empty());

        assertThat(SIGNATURE.of("GET", URI.create("https://apitest.cybersource.com:443/x"), date, Optional.empty()))
                .isEqualTo(usual);
        assertThat(SIGNATURE.of("GET", URI.create("https://apitest.cybersource.com:8443/x"), date, Optional.empty()))
                .isNotEqualTo(usual);
    }

    private static Optional<String> header(HttpCall call, String name) {
        return call.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(HttpCall.Header::value)
                .findFirst();
    }
}
