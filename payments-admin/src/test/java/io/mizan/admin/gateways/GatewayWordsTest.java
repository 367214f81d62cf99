package io.mizan.admin.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Language;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Recovery;
import io.mizan.gatewayaccount.GatewayAccount;
import io.mizan.outage.Outage;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a gateway is what its customers find. */
class GatewayWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Words ENGLISH = new Words(Language.ENGLISH, NOW);
    private static final Recovery CALLED = new Recovery.SameKey(Duration.ofHours(1));

    @ParameterizedTest
    @EnumSource(Outage.Cause.class)
    void while_nobody_is_let_through_to_it_a_gateway_is_not_green(Outage.Cause cause) {
        var account = account(CALLED, true);

        assertThat(new GatewayWords(ENGLISH).state(account, outage(cause)))
                .isEqualTo(new Badge("Refused at present", Tone.WAITING));
        assertThat(new GatewayWords(new Words(Language.ARABIC, NOW)).state(account, outage(cause)))
                .isEqualTo(new Badge("مرفوضة حاليًا", Tone.WAITING));
        assertThat(new GatewayWords(ENGLISH).state(account, Optional.empty()))
                .isEqualTo(new Badge("Takes payments", Tone.GOOD));
    }

    @Test
    void one_whose_pages_are_opened_here_goes_on_taking_payments_and_its_page_says_so() {
        var account = account(new Recovery.Local(), true);
        var outage = outage(Outage.Cause.UNANSWERED);

        var page = GatewayPageView.Away.of(account, outage.orElseThrow(), ENGLISH);

        assertThat(new GatewayWords(ENGLISH).state(account, outage)).isEqualTo(new Badge("Takes payments", Tone.GOOD));
        assertThat(page.sentence()).contains("Customers are offered it all the same");
    }

    @Test
    void one_that_a_person_stopped_is_told_as_stopped() {
        assertThat(new GatewayWords(ENGLISH).state(account(CALLED, false), outage(Outage.Cause.UNANSWERED)))
                .isEqualTo(new Badge("Takes no new payments", Tone.WAITING));
    }

    private static Optional<Outage> outage(Outage.Cause cause) {
        return Optional.of(new Outage(NOW.minusSeconds(90), NOW.plusSeconds(30), cause));
    }

    private static GatewayAccount account(Recovery opening, boolean open) {
        return new GatewayAccount(
                new GatewayName("lab"),
                "Lab",
                1,
                false,
                Optional.of(gateway(new GatewayProfile(
                        "Lab",
                        Map.of(Operation.OPEN_CHECKOUT, opening),
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        List.of(Duration.ofMinutes(1))))),
                open,
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** One that is only read about. */
    private static PaymentGateway gateway(GatewayProfile profile) {
        return (PaymentGateway) Proxy.newProxyInstance(
                GatewayWordsTest.class.getClassLoader(),
                new Class<?>[] {PaymentGateway.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("profile")) {
                        return profile;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
