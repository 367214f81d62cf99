package io.mizan.gatewayaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mizan.approval.ActRefused;
import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gatewayaccount.Secret.State;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody has credentials sent to a stranger by entering an address. */
class EnteredAddressTest {
    private static final Setting API = Setting.address("api.base", "lab.example", "lab.test");
    private static final Setting SERVER = Setting.ownServer("server");
    private static final Setting NOTICES = Setting.callback("notices");
    private static final GatewayName LAB = new GatewayName("lab");

    @ParameterizedTest
    @ValueSource(strings = {"https://lab.example", "https://api.lab.example/v2", "https://API.Lab.test:8443"})
    void an_address_of_the_provider_can_be_entered(String address) {
        assertThatCode(() -> enter(API, address, true, Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://stranger.example",
                "https://evil-lab.example",
                "https://lab.example.stranger.example",
                "https://lab.example@stranger.example",
                "https://stranger.example/lab.example",
                "https://stranger.example\\@lab.example",
                "http://127.0.0.1:8080",
                "https:lab.example",
                "lab.example",
                ""
            })
    void no_other_can_in_live_mode(String address) {
        assertThat(refusal(API, address, Map.of())).isEqualTo("gateway_address");
    }

    @Test
    void in_sandbox_mode_it_may_be_this_machine() {
        assertThatCode(() -> enter(API, "http://127.0.0.1:8080", false, Map.of()))
                .doesNotThrowAnyException();
        assertThatCode(() -> enter(SERVER, "http://localhost:8080", false, Map.of("mizan.lab.key", "hush")))
                .doesNotThrowAnyException();
    }

    @Test
    void callbacks_come_to_this_deployment() {
        assertThatCode(() -> enter(NOTICES, "https://pay.example/webhooks/lab", true, Map.of()))
                .doesNotThrowAnyException();
        assertThat(refusal(NOTICES, "https://stranger.example/webhooks/lab", Map.of()))
                .isEqualTo("gateway_address");
    }

    @Test
    void a_server_of_ones_own_is_anywhere_until_there_are_secrets() {
        assertThatCode(() -> enter(SERVER, "https://btc.shop.example", true, Map.of()))
                .doesNotThrowAnyException();
        assertThat(refusal(SERVER, "https://btc.shop.example", Map.of("mizan.lab.key", "hush")))
                .isEqualTo("gateway_address_secrets");

        for (var state : List.of(State.PROPOSED, State.ACTIVE, State.RETIRING)) {
            var entered = new Entered(LAB, 1, Optional.empty(), Map.of(), List.of(secret(state)));
            assertThat(catchThrowableOfType(ActRefused.class, () -> rule(true, Map.of())
                                    .require(new Lab(), entered, SERVER, "https://btc.shop.example"))
                            .reason())
                    .as(state.name())
                    .isEqualTo("gateway_address_secrets");
        }
    }

    private static String refusal(Setting setting, String address, Map<String, String> environment) {
        return catchThrowableOfType(ActRefused.class, () -> enter(setting, address, true, environment))
                .reason();
    }

    private static void enter(Setting setting, String address, boolean live, Map<String, String> environment) {
        rule(live, environment).require(new Lab(), Entered.nothing(LAB), setting, address);
    }

    private static EnteredAddress rule(boolean live, Map<String, String> environment) {
        return new EnteredAddress(new GatewayEnvironment(
                live,
                URI.create("https://pay.example"),
                Clock.systemUTC(),
                name -> Optional.ofNullable(environment.get(name)),
                Duration.ofSeconds(20)));
    }

    private static Secret secret(State state) {
        return new Secret(
                new UUID(0, 1),
                "key",
                Optional.empty(),
                state,
                false,
                null,
                "",
                "amal",
                Instant.EPOCH,
                Optional.empty());
    }

    private static final class Lab implements AdapterFactory {
        @Override
        public GatewayName name() {
            return LAB;
        }

        @Override
        public List<Setting> settings() {
            return List.of(API, SERVER, NOTICES, Setting.secret("key"));
        }

        @Override
        public Adapter build(AdapterSettings settings) {
            throw new AssertionError("nothing is built here");
        }
    }
}
