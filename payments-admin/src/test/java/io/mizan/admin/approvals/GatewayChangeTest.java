package io.mizan.admin.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.approvals.ApprovalView.Detail;
import io.mizan.admin.render.Language;
import io.mizan.admin.render.Words;
import io.mizan.gateway.GatewayName;
import io.mizan.gatewayaccount.GatewayAccount;
import io.mizan.gatewayaccount.GatewayAccount.SettingInUse;
import io.mizan.gatewayaccount.GatewayAccount.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever approves a change of a gateway sees all of it. */
class GatewayChangeTest {
    private static final Words WORDS = new Words(Language.ENGLISH, Instant.parse("2026-11-21T09:00:00Z"));

    @Test
    void an_emptied_limit_is_told_beside_what_it_was() {
        var change = new GatewayChange(Optional.of(gateway("callers", "192.0.2.0/24")), WORDS);

        assertThat(change.details(Map.of("callers", "")))
                .containsExactly(
                        new Detail("Addresses that its callbacks come from", "No limit", Optional.of("192.0.2.0/24")));
    }

    @Test
    void a_new_limit_is_told_beside_none() {
        var change = new GatewayChange(Optional.of(gateway("amounts", "")), WORDS);

        assertThat(change.details(Map.of("amounts", "QAR")))
                .containsExactly(new Detail("Currencies and amounts", "QAR", Optional.of("No limit")));
    }

    @Test
    void whether_it_takes_payments_now_is_told_though_nobody_has_set_it() {
        var change = new GatewayChange(Optional.of(gateway("offered", "")), WORDS);

        assertThat(change.details(Map.of("offered", "false")))
                .containsExactly(new Detail("Takes new payments", "No", Optional.of("Yes")));
    }

    @Test
    void nothing_that_is_wanted_is_left_out() {
        var change = new GatewayChange(Optional.empty(), WORDS);

        assertThat(change.details(Map.of(
                        "offered", "false", "unheard.of", "x", "place", "2", "as_environment", "amounts,account")))
                .containsExactly(
                        new Detail("As the environment says", "Currencies and amounts, Account", Optional.empty()),
                        new Detail("Takes new payments", "No", Optional.empty()),
                        new Detail("Place among the gateways", "2", Optional.empty()),
                        new Detail("unheard.of", "x", Optional.empty()));
    }

    private static GatewayAccount gateway(String setting, String value) {
        return new GatewayAccount(
                new GatewayName("stripe"),
                "Stripe",
                1,
                false,
                Optional.empty(),
                true,
                Optional.empty(),
                List.of(new SettingInUse(setting, value, Source.ENTERED, Optional.empty())),
                List.of());
    }
}
