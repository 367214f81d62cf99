package io.mizan.gatewayaccount;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gatewayaccount.Secret.Sealed;
import io.mizan.gatewayaccount.Secret.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnteredTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Setting LIST = Setting.secrets("webhook.secrets");
    private static final Setting SINGLE = Setting.secret("secret.key");

    private final Secret first = proposed(LIST);
    private final Secret second = proposed(LIST);
    private final Secret third = proposed(LIST);

    @Test
    void the_first_takes_the_place_of_the_environments_which_is_still_believed() {
        var after = with(first).activated(LIST, first.id(), Optional.of(standIn()), NOW, DAY);

        assertThat(states(after)).containsExactly(State.ACTIVE, State.RETIRING);
        assertThat(after.secrets().get(1).until()).contains(NOW.plus(DAY));
    }

    @Test
    void without_an_overlap_nothing_else_is_believed() {
        var after = with(first).activated(LIST, first.id(), Optional.of(standIn()), NOW, Duration.ZERO);

        assertThat(states(after)).containsExactly(State.ACTIVE);
    }

    @Test
    void there_are_never_more_than_two() {
        var after = with(first, second, third)
                .activated(LIST, first.id(), Optional.empty(), NOW, DAY)
                .activated(LIST, second.id(), Optional.of(standIn()), NOW, DAY)
                .activated(LIST, third.id(), Optional.of(standIn()), NOW, DAY);

        assertThat(states(after)).containsExactly(State.DESTROYED, State.RETIRING, State.ACTIVE);
    }

    @Test
    void one_of_which_two_cannot_be_good_gives_its_place_up_at_once() {
        var old = proposed(SINGLE);
        var next = proposed(SINGLE);

        var after = with(old, next)
                .activated(SINGLE, old.id(), Optional.of(standIn()), NOW, DAY)
                .activated(SINGLE, next.id(), Optional.of(standIn()), NOW, DAY);

        assertThat(states(after)).containsExactly(State.DESTROYED, State.ACTIVE);
    }

    @Test
    void what_waits_for_a_second_person_is_left_alone() {
        var after = with(first, second)
                .activated(LIST, first.id(), Optional.empty(), NOW, DAY)
                .without(LIST);

        assertThat(states(after)).containsExactly(State.DESTROYED, State.PROPOSED);
    }

    @Test
    void a_setting_that_is_taken_back_is_gone_and_others_keep_who_entered_them() {
        var before = with().with(Map.of("amounts", Optional.of("QAR"), "countries", Optional.of("QA")), "amal", NOW);

        var after = before.with(
                Map.of("amounts", Optional.empty(), "account", Optional.of("acct_1")), "badr", NOW.plus(DAY));

        assertThat(after.settings()).containsOnlyKeys("countries", "account");
        assertThat(after.settings().get("countries").by()).isEqualTo("amal");
        assertThat(after.settings().get("account").by()).isEqualTo("badr");
    }

    private static Entered with(Secret... secrets) {
        return new Entered(new GatewayName("stripe"), 1, Optional.empty(), Map.of(), List.of(secrets));
    }

    private static Secret proposed(Setting setting) {
        var sealed = new Sealed(new byte[0], "00000000");
        return secret(setting, State.PROPOSED, false, sealed, Optional.empty());
    }

    private static Secret standIn() {
        return secret(LIST, State.RETIRING, true, null, Optional.of(NOW.plus(DAY)));
    }

    private static Secret secret(
            Setting setting, State state, boolean ofEnvironment, Sealed sealed, Optional<Instant> until) {
        return new Secret(
                UUID.randomUUID(),
                setting.name(),
                Optional.empty(),
                state,
                ofEnvironment,
                sealed,
                "3f9a1c07",
                "amal",
                NOW,
                until);
    }

    private static List<State> states(Entered entered) {
        return entered.secrets().stream().map(Secret::state).toList();
    }
}
