package io.mizan.admin.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.render.Language;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.gateway.GatewayName;
import io.mizan.outage.Outage;
import io.mizan.webhookhealth.Arrival;
import io.mizan.webhookhealth.Health;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is advised fits the gateway, and what else is known of it. */
class WebhooksViewTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @ParameterizedTest
    @EnumSource(Outage.Cause.class)
    void a_gateway_that_does_not_let_us_in_is_not_called_healthy_for_its_callbacks(Outage.Cause cause) {
        var outage = Optional.of(new Outage(NOW.minusSeconds(90), NOW.plusSeconds(30), cause));

        for (var language : Language.values()) {
            var words = new Words(language, NOW);
            var view = WebhooksView.of("PayPal", health(Arrival.STORED, 0), outage, words);

            assertThat(view.verdict().tone()).isEqualTo(Tone.BAD);
            assertThat(view.cure()).isNotEqualTo(words.text("webhooks.diagnosis.healthy.cure"));
        }
    }

    private static Health health(Arrival arrival, int missed) {
        return new Health(
                new GatewayName("paypal"),
                false,
                Map.of(arrival, new Health.Arrivals(9, NOW.minusSeconds(60))),
                9,
                9 - missed,
                missed,
                Optional.empty(),
                0,
                0,
                0,
                0,
                0);
    }
}
