package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationSignatureTest {
    private static final String ID = CyberSourceVectors.WEBHOOK_KEY_ID;
    private static final NotificationSignature SIGNATURE =
            new NotificationSignature(Map.of(ID, CyberSourceVectors.WEBHOOK_KEY), Duration.ofMinutes(5));
    private static final String BODY =
            "{\"eventType\":\"payments.capture.status.accepted\",\"webhookId\":\"wh-1\",\"payload\":{\"data\":{\"id\":"
                    + "\"7412345678901234503002\",\"status\":\"PENDING\"}}}";
    private static final long AT = 1772356530000L;
    private static final String GOOD = "t=" + AT + ";keyId=" + ID + ";sig=Kiv32k36oCOoST3yeEhaiiUZZYWE67e4G4PZsqS8MNA=";

    /** The first is the vendor's own sample. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            dGVzdF9rZXk= | 1617830804768 | this is a decrypted payload | CzHY47nzJgCSD/BREtSIb+9l/vfkaaL4qf9n8MNJ4CY=
            ZXhhbXBsZS13ZWJob29rLXNpZ25pbmcta2V5LTAwMDE= | 1772356590000 | {"eventType":"payments.refund.status.updated","webhookId":"wh-1","payload":{"data":{"id":"7412345678901234503003","status":"BATCHED"}}} | 3zbqHn7b3w56TG6kGGxSwryxZ07NtUewXsjobVMX+C0=
            ZXhhbXBsZS13ZWJob29rLXNpZ25pbmcta2V5LTAwMDE= | 1772356650000 | {"note":"دفع"} | 9e8tZmWzpUWpOeQLI2VhdVipSAESPtPksAT9VYhdv0o=
            """)
    void a_message_has_its_published_signature(String key, String time, String body, String signature) {
        assertThat(Base64.getEncoder().encodeToString(NotificationSignature.of(key, time, body.getBytes(UTF_8))))
                .isEqualTo(signature);
    }

    @Test
    void a_genuine_message_is_believed() {
        assertThat(judged(GOOD, BODY, AT + 1_000))
                .isEqualTo(new NotificationSignature.Verdict.Good(Instant.ofEpochMilli(AT), ID));
    }

    @ParameterizedTest
    @CsvSource({
        "t=1772356530000, t=1772356530001, mismatch",
        "keyId=22222222, keyId=22222223, unknown_key",
        "sig=K, sig=L, mismatch",
        "sig=K, sig=, mismatch",
        ";sig=, &sig=, malformed",
        "t=1, T=1, malformed",
        "MNA=, MNA==x, malformed"
    })
    void a_header_that_was_touched_is_not(String before, String after, String reason) {
        assertThat(judged(GOOD.replace(before, after), BODY, AT))
                .isInstanceOfAny(NotificationSignature.Verdict.Bad.class)
                .satisfies(bad -> assertThat(((NotificationSignature.Verdict.Bad) bad).reason())
                        .isIn(reason, "malformed"));
    }

    @Test
    void another_body_an_old_message_and_none_at_all_are_not() {
        assertThat(judged(GOOD, BODY.replace("PENDING", "BATCHED"), AT))
                .isEqualTo(new NotificationSignature.Verdict.Bad("mismatch"));
        assertThat(judged(GOOD, BODY, AT + 301_000)).isEqualTo(new NotificationSignature.Verdict.Bad("stale"));
        assertThat(judged(GOOD, BODY, AT - 301_000)).isEqualTo(new NotificationSignature.Verdict.Bad("stale"));
        assertThat(judged("", BODY, AT)).isEqualTo(new NotificationSignature.Verdict.Bad("missing"));
        assertThat(judged(GOOD + "," + GOOD, BODY, AT)).isEqualTo(new NotificationSignature.Verdict.Bad("malformed"));
    }

    private static NotificationSignature.Verdict judged(String header, String body, long now) {
        return SIGNATURE.judge(header, body.getBytes(UTF_8), Instant.ofEpochMilli(now));
    }
}
