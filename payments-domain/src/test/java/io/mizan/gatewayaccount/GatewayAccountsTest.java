package io.mizan.gatewayaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mizan.approval.ActRefused;
import io.mizan.approval.Wish;
import io.mizan.fact.Account;
import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Setting;
import io.mizan.gatewayaccount.Secret.Sealed;
import io.mizan.gatewayaccount.Secret.State;
import io.mizan.id.Ids;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffSettings;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One server on rows that a test writes, with a provider that breaks when a test says so. */
class GatewayAccountsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final GatewayName LAB = new GatewayName("lab");
    private static final Setting SECRETS = Setting.secrets("secrets");
    private static final Vault VAULT = new Vault(MasterKey.of(new byte[32]));

    private final Map<String, String> environment = new HashMap<>(Map.of("mizan.lab.secrets", "env_secret"));
    private final Lab lab = new Lab();
    private final Rows rows = new Rows();
    private final Gateways gateways = new Gateways(List.of());
    private final GatewayAccounts accounts = new GatewayAccounts(
            List.of(lab),
            new GatewayEnvironment(
                    true,
                    URI.create("https://pay.example"),
                    CLOCK,
                    name -> Optional.ofNullable(environment.get(name)),
                    Duration.ofSeconds(20)),
            rows,
            gateways,
            VAULT,
            new Ids(CLOCK),
            CLOCK);
    private final ChangeGateway change = new ChangeGateway(accounts, rows, null, CLOCK);

    @Test
    void a_failure_that_may_quote_a_secret_is_told_by_its_name_alone() {
        rows.become(used(1));
        lab.failure =
                Optional.of(new IllegalStateException("Duplicate key a (attempted merging values hush_1 and hush_2)"));

        var refused = catchThrowableOfType(ActRefused.class, () -> accounts.judge(lab, used(1)));
        accounts.refresh();

        assertThat(refused.words()).isEqualTo("IllegalStateException");
        assertThat(refused).hasNoCause();
        assertThat(accounts.faults().get(LAB).sentence()).isEqualTo("IllegalStateException");
    }

    @Test
    void the_adapters_own_sentence_is_told() {
        lab.failure = Optional.of(new IllegalArgumentException("the account is missing"));

        assertThat(catchThrowableOfType(ActRefused.class, () -> accounts.judge(lab, used(1)))
                        .words())
                .isEqualTo("the account is missing");
    }

    @Test
    void what_could_not_be_built_is_tried_again_at_each_look_and_told_once() {
        rows.become(used(1));
        lab.failure = Optional.of(new IllegalArgumentException("a file is missing"));
        accounts.refresh();
        var fault = accounts.faults().get(LAB);
        accounts.refresh();
        assertThat(accounts.faults().get(LAB)).isSameAs(fault);
        assertThat(gateways.missing(LAB)).contains("lab");

        lab.failure = Optional.empty();
        accounts.refresh();

        assertThat(accounts.faults()).isEmpty();
        assertThat(gateways.find(LAB)).isPresent();
        assertThat(gateways.missing(LAB)).isEmpty();
    }

    @Test
    void a_server_that_cannot_build_goes_on_only_as_long_as_it_believes_no_secret_that_was_taken_away() {
        var secret = secret();
        rows.become(used(1, secret));
        accounts.refresh();
        lab.failure = Optional.of(new IllegalArgumentException("a file is missing"));

        rows.become(used(2, secret));
        accounts.refresh();
        assertThat(gateways.find(LAB)).as("nothing of it was taken away").isPresent();

        rows.become(used(3));
        accounts.refresh();
        assertThat(gateways.find(LAB)).isEmpty();
    }

    @Test
    void the_environments_secret_is_one_that_can_be_taken_away() {
        rows.become(used(1));
        accounts.refresh();
        lab.failure = Optional.of(new IllegalArgumentException("a file is missing"));

        rows.become(used(2, secret()));
        accounts.refresh();

        assertThat(gateways.find(LAB)).isEmpty();
    }

    @Test
    void gateways_are_there_even_if_nothing_can_be_tidied() {
        rows.become(used(1));
        rows.untidy = true;

        accounts.refresh();

        assertThat(gateways.find(LAB)).isPresent();
    }

    @Test
    void what_the_environment_takes_away_nobody_brings_back() {
        environment.put("mizan.lab.enabled", "false");
        rows.become(used(1));

        accounts.refresh();

        assertThat(gateways.find(LAB)).isEmpty();
        assertThat(accounts.faults()).isEmpty();
        assertThat(refusal("enabled", "true")).isEqualTo("gateway_environment");
    }

    @Test
    void a_switch_is_what_the_second_person_is_shown() {
        for (var text : List.of("yes", "1", "on", "TRUE", "")) {
            assertThat(refusal("offered", text)).as(text).isEqualTo("gateway_settings");
            assertThat(refusal("enabled", text)).as(text).isEqualTo("gateway_settings");
        }
        assertThat(refusal("enabled", "false")).isEqualTo("gateway_environment");

        change.check(wish("offered", "false"));
        change.check(wish("enabled", "true"));
    }

    @Test
    void one_that_the_environment_does_not_know_stays_once_payments_were_made_through_it() {
        rows.become(used(1));
        accounts.refresh();
        change.check(wish("as_environment", "enabled"));

        rows.lastAccount = Optional.of("lab/acct_1/live");

        assertThat(refusal("as_environment", "enabled")).isEqualTo("gateway_needed");
    }

    @Test
    void only_a_limit_can_be_emptied() {
        assertThat(refusal("account", "")).isEqualTo("gateway_settings");

        change.check(wish("amounts", ""));
    }

    @Test
    void a_damaged_secret_keeps_nobody_from_sealing_the_others_anew() {
        var old = MasterKey.of(new byte[32]);
        var other = new byte[32];
        other[0] = 1;
        var after = new GatewayRows(null, new Vault(MasterKey.of(other), List.of(old)), StaffSettings.DEFAULT, CLOCK);
        var sound = secret();

        assertThat(after.anew(sound.id(), sound.sealed())).hasValueSatisfying(anew -> assertThat(anew.masterKeyId())
                .isEqualTo(MasterKey.of(other).id()));
        assertThat(after.anew(new UUID(0, 1), sound.sealed()))
                .as("bytes of another row")
                .isEmpty();
        assertThat(after.anew(sound.id(), new Sealed(new byte[0], old.id())))
                .as("no bytes")
                .isEmpty();
    }

    private String refusal(String name, String value) {
        return catchThrowableOfType(ActRefused.class, () -> change.check(wish(name, value)))
                .reason();
    }

    private static Wish wish(String name, String value) {
        return new Wish(StaffAct.GATEWAY_CHANGED.code(), LAB.value(), Map.of(name, value));
    }

    private static Entered used(long version, Secret... secrets) {
        return new Entered(
                LAB,
                version,
                Optional.empty(),
                Map.of("enabled", new Entered.Value("true", "amal", NOW)),
                List.of(secrets));
    }

    private static Secret secret() {
        var id = UUID.randomUUID();
        var sealed = VAULT.seal("hush".getBytes(StandardCharsets.UTF_8), Secret.context(id));
        return new Secret(
                id,
                SECRETS.name(),
                Optional.empty(),
                State.ACTIVE,
                false,
                new Sealed(sealed, VAULT.masterKeyId()),
                "",
                "amal",
                NOW,
                Optional.empty());
    }

    private static final class Rows extends GatewayRows {
        private Entered entered = Entered.nothing(LAB);
        private Optional<String> lastAccount = Optional.empty();
        private boolean untidy;

        void become(Entered now) {
            entered = now;
        }

        @Override
        long versions() {
            return entered.version();
        }

        @Override
        Map<GatewayName, Entered> all() {
            return Map.of(LAB, entered);
        }

        @Override
        Optional<String> lastAccount(GatewayName gateway) {
            return lastAccount;
        }

        @Override
        public void tidy() {
            if (untidy) {
                throw new IllegalStateException("cannot be tidied");
            }
        }
    }

    private static final class Lab implements AdapterFactory {
        private Optional<RuntimeException> failure = Optional.empty();

        @Override
        public GatewayName name() {
            return LAB;
        }

        @Override
        public List<Setting> settings() {
            return List.of(Setting.text("account"), SECRETS);
        }

        @Override
        public Adapter build(AdapterSettings settings) {
            failure.ifPresent(wrong -> {
                throw wrong;
            });
            var gateway = Proxy.newProxyInstance(
                    GatewayAccountsTest.class.getClassLoader(),
                    new Class<?>[] {PaymentGateway.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "name" -> LAB;
                        case "account" -> new Account("lab/acct_1/live");
                        case "equals" -> proxy == arguments[0];
                        case "hashCode" -> System.identityHashCode(proxy);
                        default -> throw new UnsupportedOperationException(method.getName());
                    });
            return new Adapter((PaymentGateway) gateway, Duration.ofSeconds(8));
        }
    }
}
