package io.mizan.attempt;

import static io.mizan.fact.FactBuilder.qar;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.fact.FactBuilder;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Redirect;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedirectsTest {
    private static final String TOKEN = "the-token-by-which-the-browser-comes-back";
    private static final Redirect FORM = Redirect.posting(
            URI.create("https://pay.example/page"),
            List.of(new Redirect.Field("b", "https://mizan.example/return?t=" + TOKEN), new Redirect.Field("a", "1")));

    private final Redirects redirects = new Redirects(vault(1));
    private final PaymentAttempt attempt = attempt(1);

    @Test
    void what_was_sealed_is_told_with_its_fields_in_their_order() {
        attempt.payableAt(redirects.seal(attempt.id(), FORM));

        assertThat(redirects.open(attempt.snapshot())).contains(FORM);
    }

    @Test
    void what_is_kept_shows_neither_token_nor_address() {
        var kept = new String(redirects.seal(attempt.id(), FORM).bytes(), ISO_8859_1);

        assertThat(kept).doesNotContain(TOKEN).doesNotContain("pay.example");
    }

    @Test
    void nobody_is_sent_to_the_page_of_another_attempt() {
        attempt.payableAt(redirects.seal(attempt(2).id(), FORM));

        assertThat(redirects.open(attempt.snapshot())).isEmpty();
    }

    @Test
    void what_was_sealed_under_another_master_key_cannot_be_told() {
        attempt.payableAt(new Redirects(vault(2)).seal(attempt.id(), FORM));

        assertThat(redirects.open(attempt.snapshot())).isEmpty();
    }

    /** What the database held in clear before was forgotten, and nothing put in its place. */
    @Test
    void what_was_forgotten_cannot_be_told() {
        attempt.payableAt(new SealedRedirect(new byte[0]));

        assertThat(redirects.open(attempt.snapshot())).isEmpty();
        assertThat(attempt.snapshot().redirect()).isPresent();
    }

    private static Vault vault(int filledWith) {
        var key = new byte[32];
        Arrays.fill(key, (byte) filledWith);
        return new Vault(MasterKey.of(key));
    }

    private static PaymentAttempt attempt(long number) {
        return new PaymentAttempt(new NewAttempt(
                new AttemptId(new UUID(7, number)),
                new OrderId(new UUID(7, 9)),
                1,
                new GatewayName("qpay"),
                FactBuilder.STRIPE,
                CaptureMode.AUTOMATIC,
                qar("250.00"),
                false,
                "0".repeat(64),
                Optional.empty(),
                Instant.parse("2026-01-01T00:00:00Z")));
    }
}
