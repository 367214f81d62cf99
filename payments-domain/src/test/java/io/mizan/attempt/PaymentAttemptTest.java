package io.mizan.attempt;

import static io.mizan.fact.FactBuilder.facts;
import static io.mizan.fact.FactBuilder.qar;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.fact.FactBuilder;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayName;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentAttemptTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final PaymentAttempt attempt = new PaymentAttempt(new NewAttempt(
            new AttemptId(new UUID(7, 1)),
            new OrderId(new UUID(7, 2)),
            1,
            new GatewayName("stripe"),
            FactBuilder.STRIPE,
            CaptureMode.AUTOMATIC,
            qar("250.00"),
            false,
            "0".repeat(64),
            Optional.empty(),
            NOW));

    /** Else a second click while the gateway hangs would make an unknown opening hold the order for ever. */
    @Test
    void an_attempt_without_an_address_to_pay_at_cannot_be_disclosed() {
        attempt.disclose(NOW);

        assertThat(attempt.isDisclosed()).isFalse();
    }

    @Test
    void an_attempt_with_an_address_is_disclosed_once() {
        attempt.payableAt(new SealedRedirect(new byte[] {1}));

        attempt.disclose(NOW);
        attempt.disclose(NOW.plusSeconds(60));

        assertThat(attempt.snapshot().disclosedAt()).contains(NOW);
    }

    @ParameterizedTest(name = "{0}: shown {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            opened                                        | true
            opened, approved#p1@1                         | false
            opened, authorized#p1 250.00@1                | false
            opened, approved#p1@1, declined#p1@2          | true
            opened, approved#p1@1, declined#p1@2, expired | false
            opened, approved#p1@1, declined#ch_1@2        | true
            opened, agreed#p1@1, declined#p1@2            | true
            opened, agreed#p1@1, declined#p2@2            | false
            opened, agreed#p1, declined#p2@2              | false
            opened, agreed#p1@1, challenged#p2@2          | false
            opened, agreed#p1@1, agreed#p2@2, declined#p2@3 | false
            opened, agreed#p1@1, agreed#p2@2, declined#p2@3, declined#p1@4 | true
            """)
    void the_page_is_shown_while_the_customer_can_do_something_there(String facts, boolean shown) {
        attempt.payableAt(new SealedRedirect(new byte[] {1}));

        taking("opened, approved#p1@1");
        taking(facts);

        assertThat(attempt.snapshot().redirect().isPresent()).isEqualTo(shown);
    }

    private void taking(String facts) {
        var terms = new Terms(qar("250.00"), false);
        attempt.take(Standing.of(facts(facts), terms), terms);
    }
}
