package io.mizan.gatewayaccount;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.access.Mode;
import io.mizan.administration.Administration;
import io.mizan.administration.Administration.Outcome;
import io.mizan.approval.ApprovalRecords;
import io.mizan.approval.Approvals;
import io.mizan.approval.Decision;
import io.mizan.approval.TwoPersonAct;
import io.mizan.approval.Wish;
import io.mizan.fact.Account;
import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Setting;
import io.mizan.gatewayaccount.GatewayAccount.SecretInUse.Phase;
import io.mizan.gatewayaccount.GatewayAccount.Source;
import io.mizan.gatewayaccount.GatewaySecrets.NewSecret;
import io.mizan.id.Ids;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import io.mizan.staff.Roles;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffDirectory;
import io.mizan.staff.StaffMember;
import io.mizan.staff.StaffSettings;
import io.mizan.testbed.TestBed;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers of a live deployment on one database, and a provider of which the tests see what it was built of. */
class GatewayAccountIT {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final GatewayName LAB = new GatewayName("lab");
    private static final GatewayName SHED = new GatewayName("shed");
    private static final MasterKey KEY = masterKey(1);
    private static Sql sql;

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "mizan.lab.enabled", "true",
            "mizan.lab.account", "acct_1",
            "mizan.lab.secrets", "env_secret",
            "mizan.gateways.order", "lab,shed"));

    private StaffMember amal;
    private StaffMember badr;
    private Server here;
    private Server there;

    @BeforeAll
    static void migrate() {
        sql = TestBed.database().emptyTables();
    }

    @BeforeEach
    void twoAdministratorsAndTwoServers() {
        for (var table : List.of("approval", "gateway_secret", "gateway_setting", "gateway_account")) {
            sql.update("DELETE FROM " + table);
        }
        sql.update("UPDATE staff SET disabled_at = ?", NOW);
        here = new Server(NOW, KEY);
        there = new Server(NOW, KEY);
        amal = here.hired();
        badr = here.hired();
    }

    @Test
    void a_change_waits_for_the_second_person_and_then_rules_on_every_server() {
        var waits = (Outcome.Waits) here.change(LAB, Map.of("amounts", "QAR:10.00-20.00", "place", "2"), amal);
        assertThat(here.approvals.approve(waits.approval(), amal)).isEqualTo(new Decision.OwnWish());
        assertThat(here.takes("QAR")).isTrue();
        assertThat(here.takes("USD")).isTrue();

        assertThat(here.approvals.approve(waits.approval(), badr)).isInstanceOf(Decision.Taken.class);
        there.accounts.refresh();

        for (var server : List.of(here, there)) {
            assertThat(server.takes("USD")).isFalse();
            assertThat(server.accounts.all()).extracting(GatewayAccount::name).containsExactly(SHED, LAB);
        }
    }

    @Test
    void what_is_taken_back_is_as_the_environment_says() {
        here.done(here.change(LAB, Map.of("amounts", "QAR", "place", "2"), amal), badr);

        here.done(here.change(LAB, Map.of("as_environment", "amounts,place"), amal), badr);

        assertThat(here.takes("USD")).isTrue();
        assertThat(here.accounts.all()).extracting(GatewayAccount::name).containsExactly(LAB, SHED);
        assertThat(here.lab().settings()).noneMatch(setting -> setting.source() == Source.ENTERED);
    }

    @Test
    void a_gateway_that_the_environment_does_not_know_is_set_up_here_alone() {
        assertThat(here.gateways.find(SHED)).isEmpty();
        assertThat(here.change(SHED, Map.of("enabled", "true"), amal))
                .isEqualTo(new Outcome.Refused("gateway_settings", "the account is missing"));
        here.done(here.change(SHED, Map.of("account", "acct_9"), amal), badr);
        here.done(here.secrets.enter(SHED, new NewSecret("secrets", "hush"), DAY, amal), badr);

        here.done(here.change(SHED, Map.of("enabled", "true"), amal), badr);

        assertThat(here.secretsOf(SHED)).containsExactly("hush");
    }

    @Test
    void settings_that_the_adapter_refuses_are_not_even_asked_for() {
        assertThat(here.change(LAB, Map.of("account", "not an account"), amal))
                .isEqualTo(
                        new Outcome.Refused("gateway_settings", "an account is made of letters, digits and _ . / -"));
        assertThat(here.change(LAB, Map.of("secrets", "hush"), amal))
                .isEqualTo(new Outcome.Refused("gateway_setting_unknown"));
        assertThat(here.change(LAB, Map.of("call.budget", "PT1H"), amal))
                .isEqualTo(new Outcome.Refused("gateway_setting_unknown"));
        assertThat(sql.list("SELECT name FROM gateway_setting", row -> row.text("name")))
                .isEmpty();
    }

    @Test
    void the_account_of_payments_that_there_are_stays() {
        attemptAt("lab", "lab/acct_1/live");

        assertThat(here.change(LAB, Map.of("account", "acct_2"), amal))
                .isEqualTo(new Outcome.Refused("gateway_account"));
        assertThat(here.change(LAB, Map.of("account", "acct_1", "countries", "QA"), amal))
                .isInstanceOf(Outcome.Waits.class);
        sql.update("DELETE FROM payment_attempt WHERE gateway = 'lab'");
    }

    @Test
    void a_gateway_through_which_payments_were_made_stays_and_takes_no_new_ones() {
        attemptAt("lab", "lab/acct_1/live");

        assertThat(here.change(LAB, Map.of("enabled", "false"), amal))
                .isEqualTo(new Outcome.Refused("gateway_environment"));
        here.done(here.change(LAB, Map.of("offered", "false"), amal), badr);

        assertThat(here.gateways.find(LAB)).isPresent();
        assertThat(here.gateways.termsOf(LAB).open()).isFalse();
        sql.update("DELETE FROM payment_attempt WHERE gateway = 'lab'");
    }

    @Test
    void a_secret_that_was_tampered_with_stops_its_gateway_and_nothing_else() {
        here.done(here.secrets.enter(LAB, new NewSecret("secrets", "hush_1"), DAY, amal), badr);
        sql.update("UPDATE gateway_secret SET sealed = CONCAT(sealed, 'x') WHERE state = 'ACTIVE'");

        var after = new Server(NOW, masterKey(2), KEY);

        assertThat(after.accounts.faults()).containsOnlyKeys(LAB);
    }

    @Test
    void a_secret_is_good_for_nothing_before_the_second_person_agreed_and_nobody_is_shown_it() {
        var waits = (Outcome.Waits) here.secrets.enter(LAB, new NewSecret("secrets", "hush_1"), DAY, amal);
        assertThat(here.secretsOf(LAB)).containsExactly("env_secret");

        here.done(waits, badr);
        there.accounts.refresh();

        assertThat(here.secretsOf(LAB)).containsExactly("hush_1", "env_secret");
        assertThat(there.secretsOf(LAB)).containsExactly("hush_1", "env_secret");
        for (var column : List.of("approval.detail", "staff_audit.detail", "gateway_secret.sealed")) {
            var parts = column.split("\\.", -1);
            assertThat(sql.list(
                            "SELECT 1 AS one FROM " + parts[0] + " WHERE INSTR(" + parts[1] + ", 'hush') > 0",
                            row -> row.integer("one")))
                    .as(column)
                    .isEmpty();
        }
    }

    @Test
    void a_key_and_its_name_are_exchanged_in_one_step_and_no_server_sees_half_of_it() {
        environment.putAll(Map.of("mizan.lab.pair", "hush_0", "mizan.lab.pair.id", "id_0"));
        here = new Server(NOW, KEY);
        assertThat(here.built(LAB).pair()).isEqualTo("id_0 hush_0");

        var waits = here.secrets.enter(LAB, new NewSecret("pair", "id_1", "hush_1"), DAY, amal);
        assertThat(here.built(LAB).pair()).isEqualTo("id_0 hush_0");
        here.done(waits, badr);
        there.accounts.refresh();

        assertThat(List.of(here.built(LAB).pair(), there.built(LAB).pair())).containsOnly("id_1 hush_1");
        assertThat(here.secrets.enter(LAB, new NewSecret("pair", "hush_2"), DAY, amal))
                .as("half of it")
                .isEqualTo(new Outcome.Refused("gateway_secret_name"));
        assertThat(here.secrets.enter(LAB, new NewSecret("secrets", "id_2", "hush_2"), DAY, amal))
                .as("a name for what has none")
                .isEqualTo(new Outcome.Refused("gateway_secret_name"));
        assertThat(here.change(LAB, Map.of("pair.id", "id_2"), amal))
                .as("the name alone")
                .isEqualTo(new Outcome.Refused("gateway_setting_unknown"));
        here.done(here.secrets.remove(LAB, "pair", amal), badr);
        assertThat(here.built(LAB).pair()).isEqualTo("id_0 hush_0");
    }

    @Test
    void two_are_believed_until_the_time_of_the_one_before_is_over() {
        here.done(here.secrets.enter(LAB, new NewSecret("secrets", "hush_1"), DAY, amal), badr);
        here.done(here.secrets.enter(LAB, new NewSecret("secrets", "hush_2"), DAY, amal), badr);
        assertThat(here.secretsOf(LAB)).containsExactly("hush_2", "hush_1");

        var tomorrow = new Server(NOW.plus(DAY), KEY);

        assertThat(tomorrow.secretsOf(LAB)).containsExactly("hush_2");
        assertThat(states()).containsExactlyInAnyOrder("DESTROYED -", "ACTIVE sealed");
        here.accounts.refresh();
        assertThat(here.secretsOf(LAB)).as("others follow").containsExactly("hush_2");
    }

    @Test
    void what_is_rejected_or_runs_out_is_destroyed() {
        var rejected = (Outcome.Waits) here.secrets.enter(LAB, new NewSecret("secrets", "hush_1"), DAY, amal);
        assertThat(here.secrets.enter(LAB, new NewSecret("secrets", "hush_2"), DAY, badr))
                .isInstanceOf(Outcome.WaitsAlready.class);
        assertThat(states()).containsExactlyInAnyOrder("PROPOSED sealed", "DESTROYED -");
        here.approvals.reject(rejected.approval(), badr);
        assertThat(states()).containsExactly("DESTROYED -", "DESTROYED -");

        here.secrets.enter(LAB, new NewSecret("secrets", "hush_3"), DAY, amal);
        new Server(NOW.plus(StaffSettings.DEFAULT.approveWithin()), KEY);

        assertThat(states()).containsOnly("DESTROYED -");
    }

    @Test
    void a_secret_that_does_not_fit_leaves_nothing_behind() {
        here.done(here.secrets.enter(LAB, new NewSecret("secrets", "hush_1"), DAY, amal), badr);

        assertThat(here.secrets.enter(LAB, new NewSecret("secrets", " "), DAY, amal))
                .isEqualTo(new Outcome.Refused("gateway_secret_form"));
        assertThat(here.secrets.enter(LAB, new NewSecret("secrets", "a,b"), DAY, amal))
                .isEqualTo(new Outcome.Refused("gateway_secret_one"));
        assertThat(here.secrets.enter(LAB, new NewSecret("account", "a"), DAY, amal))
                .isEqualTo(new Outcome.Refused("gateway_setting_unknown"));
        assertThat(here.secrets.enter(LAB, new NewSecret("secrets", "hush_1"), DAY, amal))
                .isEqualTo(new Outcome.Refused("gateway_secret_same"));
        assertThat(here.secrets.enter(LAB, new NewSecret("secrets", "wrong"), DAY, amal))
                .isEqualTo(new Outcome.Refused("gateway_settings", "a secret is too wrong"));
        assertThat(here.secrets.enter(LAB, new NewSecret("secrets", "foreign"), DAY, amal))
                .as("the provider says whose it is")
                .isEqualTo(new Outcome.Refused("gateway_other_account"));
        assertThat(states()).filteredOn(state -> state.startsWith("PROPOSED")).isEmpty();
        assertThat(here.secretsOf(LAB)).containsExactly("hush_1", "env_secret");
    }

    @Test
    void a_secret_that_is_taken_back_is_destroyed_and_the_environments_rules() {
        here.done(here.secrets.enter(LAB, new NewSecret("secrets", "hush_1"), DAY, amal), badr);

        here.done(here.secrets.remove(LAB, "secrets", amal), badr);

        assertThat(here.secretsOf(LAB)).containsExactly("env_secret");
        assertThat(states()).containsOnly("DESTROYED -");
        assertThat(here.secrets.remove(LAB, "secrets", amal)).isEqualTo(new Outcome.Refused("gateway_secret_gone"));
    }

    @Test
    void a_new_master_key_seals_them_anew_and_the_old_one_opens_nothing_more() {
        here.done(here.secrets.enter(LAB, new NewSecret("secrets", "hush_1"), DAY, amal), badr);

        var after = new Server(NOW, masterKey(2), KEY);

        assertThat(after.secretsOf(LAB)).containsExactly("hush_1", "env_secret");
        assertThat(sql.list(
                        "SELECT master_key_id FROM gateway_secret WHERE state = 'ACTIVE'",
                        row -> row.text("master_key_id")))
                .containsExactly(masterKey(2).id());
        assertThat(new Server(NOW, masterKey(2)).secretsOf(LAB)).containsExactly("hush_1", "env_secret");
    }

    @Test
    void a_server_that_cannot_build_a_gateway_goes_on_without_it_and_says_so() {
        here.done(here.secrets.enter(LAB, new NewSecret("secrets", "hush_1"), DAY, amal), badr);
        here.done(here.change(SHED, Map.of("countries", "QA"), amal), badr);

        var stranger = new Server(NOW, masterKey(3));

        assertThat(stranger.gateways.all()).isEmpty();
        assertThat(stranger.lab().fault()).hasValueSatisfying(fault -> assertThat(fault.sentence())
                .isEqualTo("its secrets do not open under the master key that is here"));
        assertThat(stranger.accounts.faults()).containsOnlyKeys(LAB);
        assertThat(stranger.lab().secrets().get(0).versions())
                .extracting(version -> version.phase())
                .containsExactly(Phase.ACTIVE, Phase.RETIRING);
    }

    @Test
    void a_server_whose_gateway_breaks_while_it_runs_keeps_it_for_what_was_begun() {
        var before = here.gateways.require(LAB);
        here.done(here.change(LAB, Map.of("countries", "QA"), amal), badr);
        there.environment("mizan.lab.account", "");

        there.accounts.refresh();

        assertThat(there.gateways.find(LAB)).isPresent();
        assertThat(there.gateways.termsOf(LAB).open()).isFalse();
        assertThat(there.accounts.faults()).containsOnlyKeys(LAB);
        assertThat(here.gateways.termsOf(LAB).open()).isTrue();
        assertThat(here.gateways.require(LAB)).isNotSameAs(before);
    }

    private void attemptAt(String gateway, String account) {
        var order = UUID.randomUUID();
        sql.update(
                "SET STATEMENT foreign_key_checks = 0 FOR INSERT INTO payment_attempt (id, version, order_id, attempt_no, gateway, account, capture_mode, currency,"
                        + " amount_minor, due_minor, state, is_open, authorized_minor, captured_minor, verdict,"
                        + " return_token_hash, created_at) VALUES (?, 1, ?, 1, ?, ?, 'AUTOMATIC', 'QAR', 100, 100,"
                        + " 'PENDING', TRUE, 0, 0, 'NONE', ?, ?)",
                UUID.randomUUID(),
                order,
                gateway,
                account,
                "0".repeat(64),
                NOW);
    }

    private static List<String> states() {
        return sql.list(
                "SELECT CONCAT(state, IF(sealed IS NULL, ' -', ' sealed')) AS told FROM gateway_secret"
                        + " WHERE NOT of_environment ORDER BY entered_at, id",
                row -> row.text("told"));
    }

    private static MasterKey masterKey(int number) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) number);
        return MasterKey.of(bytes);
    }

    /** What one server is made of. */
    private final class Server {
        private final Clock clock;
        private final Staff staff;
        private final Gateways gateways = new Gateways(List.of());
        private final GatewayAccounts accounts;
        private final GatewaySecrets secrets;
        private final Approvals approvals;
        private final Administration administration;
        private final Map<String, String> own = new HashMap<>(environment);

        Server(Instant now, MasterKey key, MasterKey... previous) {
            clock = Clock.fixed(now, ZoneOffset.UTC);
            var ids = new Ids(clock);
            var vault = new Vault(key, List.of(previous));
            var audit = new StaffAudit(sql, clock);
            staff = new Staff(sql, ids, clock);
            var rows = new GatewayRows(sql, vault, StaffSettings.DEFAULT, clock);
            accounts = new GatewayAccounts(
                    List.of(new Provider(SHED), new Provider(LAB)),
                    new GatewayEnvironment(
                            true,
                            URI.create("https://pay.example"),
                            clock,
                            name -> Optional.ofNullable(own.get(name)).filter(text -> !text.isEmpty()),
                            Duration.ofSeconds(20)),
                    rows,
                    gateways,
                    vault,
                    ids,
                    clock);
            var prints = new SecretPrints(vault);
            approvals = new Approvals(
                    new ApprovalRecords(sql, new StaffDirectory(sql), audit, StaffSettings.DEFAULT, ids, clock),
                    instance(List.of(
                            new ChangeGateway(accounts, rows, audit, clock),
                            new EnterSecret(accounts, rows, audit, prints, ids, clock),
                            new RemoveSecret(accounts, rows, audit))));
            administration = new Administration(approvals, staff, StaffSettings.DEFAULT, Mode.LIVE);
            secrets = new GatewaySecrets(accounts, rows, administration, prints, vault, ids, clock);
            accounts.refresh();
        }

        void environment(String name, String value) {
            own.put(name, value);
        }

        Outcome change(GatewayName gateway, Map<String, String> detail, StaffMember who) {
            return administration.change(new Wish(StaffAct.GATEWAY_CHANGED.code(), gateway.value(), detail), who);
        }

        void done(Outcome waits, StaffMember decider) {
            assertThat(approvals.approve(((Outcome.Waits) waits).approval(), decider))
                    .isInstanceOf(Decision.Taken.class);
        }

        boolean takes(String currency) {
            return gateways.termsOf(LAB).takesCurrency(Currency.getInstance(currency));
        }

        List<String> secretsOf(GatewayName gateway) {
            return built(gateway).secrets();
        }

        Built built(GatewayName gateway) {
            return (Built) Proxy.getInvocationHandler(gateways.require(gateway));
        }

        GatewayAccount lab() {
            return accounts.find(LAB.value()).orElseThrow();
        }

        StaffMember hired() {
            var name = "p" + UUID.randomUUID().toString().replace("-", "");
            var id = staff.add(name, "Somebody", List.of(Roles.ADMINISTRATOR)).orElseThrow();
            staff.setPassword(id, "a hash");
            return staff.find(name).orElseThrow().member();
        }
    }

    private record Provider(GatewayName name) implements AdapterFactory {
        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.text("account"),
                    Setting.secrets("secrets"),
                    Setting.secret("pair").named("pair.id"));
        }

        @Override
        public Adapter build(AdapterSettings settings) {
            var account = settings.text("account");
            var secrets = settings.list("secrets");
            if (account.isEmpty()) {
                throw new IllegalArgumentException("the account is missing");
            }
            if (secrets.contains("wrong")) {
                throw new IllegalArgumentException("a secret is too wrong");
            }
            var pair = settings.text("pair.id") + " " + settings.text("pair");
            var built = new Built(name, new Account(name + "/" + account + "/live"), secrets, pair);
            return new Adapter(
                    (PaymentGateway) Proxy.newProxyInstance(
                            GatewayAccountIT.class.getClassLoader(), new Class<?>[] {PaymentGateway.class}, built),
                    Duration.ofSeconds(8));
        }
    }

    /** A gateway that only remembers what it was built of. */
    private record Built(GatewayName name, Account account, List<String> secrets, String pair)
            implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return switch (method.getName()) {
                case "name" -> name;
                case "account" -> account;
                case "checkConnection" -> secrets.contains("foreign") ? Connection.OTHER_ACCOUNT : Connection.REFUSED;
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> throw new UnsupportedOperationException(method.getName());
            };
        }
    }

    /** As the container hands several beans of a type to one. */
    @SuppressWarnings("unchecked")
    private static Instance<TwoPersonAct> instance(List<TwoPersonAct> acts) {
        return (Instance<TwoPersonAct>) Proxy.newProxyInstance(
                GatewayAccountIT.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> acts.spliterator());
    }
}
