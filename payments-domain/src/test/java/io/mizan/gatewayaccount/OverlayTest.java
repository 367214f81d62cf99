package io.mizan.gatewayaccount;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gatewayaccount.Secret.Sealed;
import io.mizan.gatewayaccount.Secret.State;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was entered rules over the environment, and the environment over nothing. */
class OverlayTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final MasterKey OLD_KEY = MasterKey.of(new byte[32]);
    private static final MasterKey NEW_KEY = MasterKey.of(filled((byte) 7));
    private static final Vault VAULT = new Vault(OLD_KEY);
    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            entry("mizan.lab.amounts", "QAR"),
            entry("mizan.lab.webhook.secrets", "env_1,env_2"),
            entry("mizan.lab.secret.key", "env_key"),
            entry("mizan.lab.secret.key.previous", "env_before"),
            entry("mizan.lab.token", "env_token"),
            entry("mizan.lab.pair", "env_pair"),
            entry("mizan.lab.pair.id", "env_id"),
            entry("mizan.lab.pair.previous", "env_pair_before"),
            entry("mizan.lab.pair.id.previous", "env_id_before"));

    @Test
    void what_was_entered_rules_and_the_rest_is_as_the_environment_says() {
        var entered = entered().with(Map.of("amounts", Optional.of("")), "amal", NOW);

        assertThat(found(entered, "amounts")).contains("");
        assertThat(found(entered, "token")).contains("env_token");
        assertThat(found(entered, "countries")).isEmpty();
    }

    @Test
    void of_a_list_all_that_are_believed_are_told_and_the_one_that_counts_first() {
        var entered = entered(
                secret("webhook.secrets", "old", State.RETIRING, NOW.plusSeconds(1)),
                secret("webhook.secrets", "new", State.ACTIVE, null));

        assertThat(found(entered, "webhook.secrets")).contains("new,old");
    }

    @Test
    void the_environments_newest_is_believed_beside_the_first_one_until_its_time_is_over() {
        var active = secret("webhook.secrets", "new", State.ACTIVE, null);

        assertThat(found(entered(active, standIn("webhook.secrets", NOW.plusSeconds(1))), "webhook.secrets"))
                .contains("new,env_1");
        assertThat(found(entered(active, standIn("webhook.secrets", NOW)), "webhook.secrets"))
                .contains("new");
    }

    @Test
    void the_one_before_is_told_under_its_own_name() {
        var active = secret("secret.key", "new", State.ACTIVE, null);
        var old = secret("secret.key", "old", State.RETIRING, NOW.plusSeconds(1));

        assertThat(found(entered(active, old), "secret.key")).contains("new");
        assertThat(found(entered(active, old), "secret.key.previous")).contains("old");
        assertThat(found(entered(active, standIn("secret.key", NOW.plusSeconds(1))), "secret.key.previous"))
                .contains("env_key");
        assertThat(found(entered(active), "secret.key.previous"))
                .as("what the environment says of the past is over too")
                .isEmpty();
    }

    @Test
    void a_secret_and_its_name_are_of_one_source() {
        var pair = secret("pair", Optional.of("id"), "new", State.ACTIVE, null);
        var old = secret("pair", Optional.of("old_id"), "old", State.RETIRING, NOW.plusSeconds(1));

        assertThat(pairs(entered())).containsExactly("env_id env_pair", "env_id_before env_pair_before");
        assertThat(pairs(entered(pair, old))).containsExactly("id new", "old_id old");
        assertThat(pairs(entered(pair, standIn("pair", NOW.plusSeconds(1)))))
                .containsExactly("id new", "env_id env_pair");
        assertThat(pairs(entered(pair))).containsExactly("id new", "- -");
        assertThat(pairs(entered(secret("pair", Optional.of("id"), "new", State.PROPOSED, null))))
                .containsExactly("env_id env_pair", "env_id_before env_pair_before");
    }

    @Test
    void a_secret_without_its_name_takes_none_from_elsewhere() {
        var half = entered(secret("pair", "new", State.ACTIVE, null));

        assertThatThrownBy(() -> pairs(half))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("the pair was entered without its pair.id; enter both anew");
    }

    private static List<String> pairs(Entered entered) {
        return Stream.of("", ".previous")
                .map(which -> found(entered, "pair.id" + which).orElse("-") + " "
                        + found(entered, "pair" + which).orElse("-"))
                .toList();
    }

    @Test
    void a_secret_that_waits_for_a_second_person_is_good_for_nothing() {
        assertThat(found(entered(secret("token", "new", State.PROPOSED, null)), "token"))
                .contains("env_token");
    }

    @Test
    void a_secret_of_a_master_key_of_before_opens_if_that_key_is_still_here() {
        var entered = entered(secret("token", "new", State.ACTIVE, null));

        assertThat(found(entered, "token", new Vault(NEW_KEY, List.of(OLD_KEY))))
                .contains("new");
        assertThatThrownBy(() -> found(entered, "token", new Vault(NEW_KEY))).isInstanceOf(Vault.SealBroken.class);
    }

    @Test
    void a_secret_does_not_open_as_another_one() {
        var secret = secret("token", "new", State.ACTIVE, null);
        var moved = new Secret(
                UUID.randomUUID(),
                "token",
                Optional.empty(),
                State.ACTIVE,
                false,
                secret.sealed(),
                "",
                "amal",
                NOW,
                Optional.empty());

        assertThatThrownBy(() -> found(entered(moved), "token")).isInstanceOf(Vault.SealBroken.class);
    }

    private static Optional<String> found(Entered entered, String name) {
        return found(entered, name, VAULT);
    }

    private static Optional<String> found(Entered entered, String name, Vault vault) {
        var environment = new GatewayEnvironment(
                false,
                URI.create("https://pay.example"),
                CLOCK,
                it -> Optional.ofNullable(ENVIRONMENT.get(it)),
                Duration.ofSeconds(30));
        return new Overlay(environment, vault, CLOCK).of(new Lab(), entered).apply("mizan.lab." + name);
    }

    private static Entered entered(Secret... secrets) {
        return new Entered(new GatewayName("lab"), 1, Optional.empty(), Map.of(), List.of(secrets));
    }

    private static Secret secret(String setting, String text, State state, Instant until) {
        return secret(setting, Optional.empty(), text, state, until);
    }

    private static Secret secret(String setting, Optional<String> keyName, String text, State state, Instant until) {
        var id = UUID.randomUUID();
        var sealed = VAULT.seal(text.getBytes(StandardCharsets.UTF_8), Secret.context(id));
        return new Secret(
                id,
                setting,
                keyName,
                state,
                false,
                new Sealed(sealed, OLD_KEY.id()),
                "",
                "amal",
                NOW,
                Optional.ofNullable(until));
    }

    private static Secret standIn(String setting, Instant until) {
        return new Secret(
                UUID.randomUUID(),
                setting,
                Optional.empty(),
                State.RETIRING,
                true,
                null,
                "",
                "amal",
                NOW,
                Optional.of(until));
    }

    private static byte[] filled(byte with) {
        var bytes = new byte[32];
        Arrays.fill(bytes, with);
        return bytes;
    }

    private static final class Lab implements AdapterFactory {
        @Override
        public GatewayName name() {
            return new GatewayName("lab");
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.secrets("webhook.secrets"),
                    Setting.secret("secret.key", "secret.key.previous"),
                    Setting.secret("token"),
                    Setting.secret("pair", "pair.previous").named("pair.id", "pair.id.previous"));
        }

        @Override
        public Adapter build(AdapterSettings settings) {
            throw new AssertionError("nothing is built here");
        }
    }
}
