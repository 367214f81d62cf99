package io.mizan.admin.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.orders.OrderView.Detail;
import io.mizan.admin.render.Language;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.gateway.GatewayName;
import io.mizan.outage.Outage;
import io.mizan.webhookhealth.Arrival;
import io.mizan.webhookhealth.Health;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is advised fits the gateway, and what else is known of it. */
class WebhooksViewTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @ParameterizedTest
    @EnumSource(Outage.Cause.class)
    void a_gateway_that_does_not_let_us_in_is_not_called_healthy_for_its_callbacks(Outage.Cause cause) {
        var outage = Optional.of(new Outage(NOW.minusSeconds(90), NOW.plusSeconds(30), cause));

        for (var language : Language.values()) {
            var words = new Words(language, NOW);
            var view = WebhooksView.of("PayPal", health(Arrival.STORED, 0), outage, true, false, words);

            assertThat(view.verdict().tone()).isEqualTo(Tone.BAD);
            assertThat(view.cure()).isNotEqualTo(words.text("webhooks.diagnosis.healthy.cure"));
        }
    }

    @ParameterizedTest
    @EnumSource(Outage.Cause.class)
    void of_one_that_customers_are_offered_all_the_same_it_is_not_said_that_new_payments_are_refused(
            Outage.Cause cause) {
        var outage = Optional.of(new Outage(NOW.minusSeconds(90), NOW.plusSeconds(30), cause));
        var words = new Words(Language.ENGLISH, NOW);

        assertThat(WebhooksView.of("QPay", health(Arrival.STORED, 0), outage, false, true, words)
                        .outage())
                .hasValueSatisfying(told ->
                        assertThat(told).contains("offered it all the same").doesNotContain("refused"));
        assertThat(WebhooksView.of("Stripe", health(Arrival.STORED, 0), outage, false, false, words)
                        .outage())
                .hasValueSatisfying(told -> assertThat(told).contains("New payments through it are refused"));
    }

    @Test
    void those_that_want_a_look_come_first_and_what_there_is_none_of_is_not_told() {
        var words = new Words(Language.ENGLISH, NOW);
        var healthy = WebhooksView.of("A", health(Arrival.STORED, 0), Optional.empty(), false, false, words);
        var wrong = WebhooksView.of("B", health(Arrival.FORGED_MISMATCH, 1), Optional.empty(), false, false, words);

        assertThat(new WebhooksView(List.of(healthy, wrong)).gateways()).containsExactly(wrong, healthy);
        assertThat(healthy.figures())
                .extracting(Detail::name)
                .doesNotContain(words.text("webhooks.figure.dead"), words.text("webhooks.figure.late"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void nobody_is_sent_for_a_signing_secret_that_the_gateway_does_not_have(int missed) {
        for (var language : Language.values()) {
            var words = new Words(language, NOW);
            var health = health(Arrival.FORGED_MISMATCH, missed);

            var withoutSecret = WebhooksView.of("PayPal", health, Optional.empty(), true, false, words);
            var withSecret = WebhooksView.of("Stripe", health, Optional.empty(), false, false, words);

            assertThat(withoutSecret.cause()).isNotEqualTo(withSecret.cause());
            assertThat(withoutSecret.cure()).isNotEqualTo(withSecret.cure());
            if (language == Language.ENGLISH) {
                assertThat(withoutSecret.cure())
                        .contains("id of the webhook", "address of the API")
                        .doesNotContain("Copy the signing secret");
            }
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
