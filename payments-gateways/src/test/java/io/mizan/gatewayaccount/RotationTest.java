package io.mizan.gatewayaccount;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Setting;
import io.mizan.gatewayaccount.Secret.Sealed;
import io.mizan.gatewayaccount.Secret.State;
import io.mizan.gateways.btcpay.BtcPayRotation;
import io.mizan.gateways.cybersource.CyberSourceRotation;
import io.mizan.gateways.http.ScriptedServer;
import io.mizan.gateways.paypal.PayPalRotation;
import io.mizan.gateways.qpay.QPayRotation;
import io.mizan.gateways.razorpay.RazorpayRotation;
import io.mizan.gateways.sadad.SadadRotation;
import io.mizan.gateways.square.SquareRotation;
import io.mizan.gateways.stripe.StripeRotation;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All secrets of every gateway are exchanged, first the environment's for entered ones and then those for others. */
class RotationTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Vault VAULT = new Vault(MasterKey.of(new byte[32]));

    static Stream<Rotation> rotations() {
        return Stream.of(
                new BtcPayRotation(),
                new CyberSourceRotation(),
                new PayPalRotation(),
                new QPayRotation(),
                new RazorpayRotation(),
                new SadadRotation(),
                new SquareRotation(),
                new StripeRotation());
    }

    @Test
    void every_adapter_and_every_secret_of_it_takes_part() {
        assertThat(rotations().map(rotation -> rotation.factory().name()))
                .containsExactlyInAnyOrderElementsOf(
                        AdapterFactory.all().stream().map(AdapterFactory::name).toList());
        assertThat(rotations()).allSatisfy(rotation -> assertThat(rotation.credentials(1))
                .extracting(Rotation.Credential::setting)
                .containsExactlyInAnyOrderElementsOf(rotation.factory().settings().stream()
                        .filter(Setting::isSecret)
                        .map(Setting::name)
                        .toList()));
    }

    @ParameterizedTest
    @MethodSource("rotations")
    void the_old_and_the_new_are_believed_and_calls_are_made_with_the_new(Rotation rotation) {
        try (var server = new ScriptedServer()) {
            var story = new Exchange(rotation, server);
            story.assertBelieved(1);

            story.enter(2);
            story.assertBelieved(1, 2);
            story.assertCalledWith(2);

            story.enter(3);
            story.assertBelieved(2, 3);
            story.assertCalledWith(3);

            story.timeOfTheOldOnesIsOver();
            story.assertBelieved(3);
        }
    }

    /** One gateway whose credentials are exchanged. */
    private static final class Exchange {
        private final Rotation rotation;
        private final ScriptedServer server;
        private final Map<String, String> environment = new HashMap<>();
        private Entered entered;
        private Clock judging;
        private Clock rotating;

        Exchange(Rotation rotation, ScriptedServer server) {
            this.rotation = rotation;
            this.server = server;
            judging = Clock.fixed(rotation.now(), ZoneOffset.UTC);
            rotating = judging;
            entered = Entered.nothing(rotation.factory().name());
            set("enabled", "true");
            rotation.settings(server.base()).forEach(this::set);
            for (var credential : rotation.credentials(1)) {
                set(credential.setting(), credential.secret());
                setting(credential).keyName().ifPresent(key -> set(key.setting(), credential.keyName()));
            }
        }

        private void set(String name, String value) {
            environment.put("mizan." + rotation.factory().name() + "." + name, value);
        }

        private Setting setting(Rotation.Credential credential) {
            return rotation.factory().settings().stream()
                    .filter(setting -> setting.name().equals(credential.setting()))
                    .findFirst()
                    .orElseThrow();
        }

        void enter(int number) {
            for (var credential : rotation.credentials(number)) {
                var proposed = proposed(credential);
                var secrets = Stream.concat(entered.secrets().stream(), Stream.of(proposed))
                        .toList();
                entered = new Entered(entered.gateway(), number, Optional.empty(), Map.of(), secrets)
                        .activated(
                                setting(credential),
                                proposed.id(),
                                Optional.of(standIn(credential)),
                                rotating.instant(),
                                DAY);
            }
        }

        private Secret proposed(Rotation.Credential credential) {
            var id = UUID.randomUUID();
            var sealed = VAULT.seal(credential.secret().getBytes(StandardCharsets.UTF_8), Secret.context(id));
            return secret(id, credential, State.PROPOSED, Optional.of(new Sealed(sealed, VAULT.masterKeyId())));
        }

        private Secret standIn(Rotation.Credential credential) {
            return secret(UUID.randomUUID(), credential, State.RETIRING, Optional.empty());
        }

        private Secret secret(UUID id, Rotation.Credential credential, State state, Optional<Sealed> sealed) {
            return new Secret(
                    id,
                    credential.setting(),
                    Optional.of(credential.keyName()).filter(name -> sealed.isPresent() && !name.isEmpty()),
                    state,
                    sealed.isEmpty(),
                    sealed.orElse(null),
                    "",
                    "amal",
                    rotation.now(),
                    Optional.of(rotation.now().plus(DAY)).filter(end -> state == State.RETIRING));
        }

        void timeOfTheOldOnesIsOver() {
            rotating = Clock.offset(rotating, DAY);
        }

        private PaymentGateway gateway() {
            var settings = new GatewayEnvironment(
                    false,
                    URI.create("https://pay.example"),
                    judging,
                    name -> Optional.ofNullable(environment.get(name)),
                    Duration.ofSeconds(30));
            var lookUp = new Overlay(settings, VAULT, rotating).of(rotation.factory(), entered);
            return new Assembly(settings)
                    .assemble(rotation.factory(), lookUp)
                    .adapter()
                    .orElseThrow()
                    .gateway();
        }

        void assertBelieved(Integer... numbers) {
            var gateway = gateway();
            for (int number = 1; number <= 3; number++) {
                var believed = List.of(numbers).contains(number);
                for (var message : rotation.messages(number)) {
                    assertThat(message.judgedBy(gateway))
                            .as("under number " + number)
                            .isInstanceOf(believed ? Callback.Verdict.Genuine.class : Callback.Verdict.Forged.class);
                }
            }
        }

        void assertCalledWith(int number) {
            int before = server.received().size();
            for (int i = 0; i < 5; i++) {
                server.answering(404, "{}");
            }

            gateway().checkConnection();

            var calls = server.received();
            assertThat(calls).hasSizeGreaterThan(before);
            assertThat(rotation.bears(calls.get(before), number)).isTrue();
            assertThat(rotation.bears(calls.get(before), number - 1)).isFalse();
        }
    }
}
