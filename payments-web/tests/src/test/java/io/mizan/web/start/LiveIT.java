package io.mizan.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mizan.access.ApiKeyKind;
import io.mizan.access.ApiKeys;
import io.mizan.access.KeyText;
import io.mizan.access.Mode;
import io.mizan.access.NewApiKey;
import io.mizan.access.Scope;
import io.mizan.database.DeploymentMode;
import io.mizan.database.Migrations;
import io.mizan.id.Ids;
import io.mizan.launcher.LaunchFailure;
import io.mizan.launcher.RunningServer;
import io.mizan.sql.Sql;
import io.mizan.staff.FirstAdministrator;
import io.mizan.staff.FirstAdministratorSettings;
import io.mizan.staff.Roles;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffAudit;
import io.mizan.testbed.Answer;
import io.mizan.testbed.AuthenticatorApp;
import io.mizan.testbed.KeptPassword;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.PortalVisitor;
import io.mizan.testbed.TestBed;
import io.mizan.testbed.TestFiles;
import io.mizan.time.MizanClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server for real money: what keeps it from starting, and what it is once it has started. */
class LiveIT {
    private static final Clock CLOCK = new MizanClock(Clock.systemUTC());
    private static final Ids IDS = new Ids(CLOCK);
    private static final List<String> GATEWAYS =
            List.of("STRIPE", "SQUARE", "QPAY", "PAYPAL", "BTCPAY", "RAZORPAY", "SADAD", "CYBERSOURCE");

    private static final String PUBLIC = "https://pay.example";
    private static final String FIRST = "amal";
    private static final String PASSWORD = "nine pearls in a dark sea";
    private static final Pattern SECRET = Pattern.compile("class=\"id secret\"[^>]*>([^<]+)<");

    private static Sql sql;
    private static String refusal;
    private static RunningServer server;

    /** First with all that a sandbox has, on a database that a later build has used in a sandbox; then as it is meant to be. */
    @BeforeAll
    static void start() throws IOException, SQLException {
        var schema = TestBed.database().emptySchema();
        sql = Sql.withoutTransactions(schema);
        new Migrations(schema).update();
        new DeploymentMode(schema).bind("sandbox");
        var last = read("id", "FROM DATABASECHANGELOG ORDER BY orderexecuted DESC LIMIT 1")
                .get(0);
        sql.update("UPDATE DATABASECHANGELOG SET ID = '9999-of-a-later-build' WHERE ID = ?", last);

        refusal = catchThrowableOfType(
                        LaunchFailure.class, () -> TestBed.startServer("live-refused", sandboxSettings()))
                .getMessage();

        sql.update("UPDATE DATABASECHANGELOG SET ID = ? WHERE ID = '9999-of-a-later-build'", last);
        sql.update("DELETE FROM deployment");
        server = TestBed.startServer("live", settings());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void what_belongs_to_a_sandbox_and_a_schema_of_a_later_build_keep_it_from_starting_and_all_is_told_at_once() {
        assertThat(refusal)
                .contains(
                        "In live mode the public address begins with https",
                        "MIZAN_SANDBOX_HALT lets tests end the server and this is live mode: remove it",
                        "MIZAN_STRIPE_SECRET_KEY is a test key and this is live mode: use a live key",
                        "the password of the one to be made cannot be read: correct MIZAN_BOOTSTRAP_ADMIN_PASSWORD_FILE",
                        "The database was made in sandbox mode and this is live mode",
                        "The schema is newer than this program, which does not know 9999-of-a-later-build: deploy the"
                                + " version that made the schema, or a later one.")
                .contains(GATEWAYS.stream()
                        .map(gateway -> "Correct the MIZAN_" + gateway + "_ settings.")
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/login, 200",
        "/api/v1/orders, 401",
        "/health/ready, 200",
        "/assets/portal.css, 200",
        "/none, 404"
    })
    void every_answer_tells_browsers_to_come_by_tls_alone(String path, int status) {
        assertThat(live().get(path).expect(status).header("Strict-Transport-Security"))
                .contains("max-age=31536000; includeSubDomains");
    }

    @Test
    void the_cookies_of_the_portal_are_bound_to_this_host_and_to_tls_and_out_of_reach_of_scripts() {
        var visitor = visitor();
        var answers = List.of(
                visitor.get("/admin/login"),
                visitor.signIn(employed(Roles.SUPPORT), PASSWORD).expect(303),
                visitor.send("/admin/", "/admin/language", Map.of("language", "ar")));
        var cookies = answers.stream()
                .flatMap(answer -> answer.response().headers().allValues("Set-Cookie").stream())
                .toList();

        assertThat(cookies)
                .extracting(cookie -> cookie.substring(0, cookie.indexOf('=')))
                .contains("__Host-mizan", "__Host-mizan_secret", "__Host-mizan_language");
        assertThat(cookies).allSatisfy(cookie -> assertThat(cookie)
                .startsWith("__Host-")
                .containsPattern("; ?Path=/;")
                .containsPattern("; ?Secure(;|$)")
                .containsPattern("; ?HttpOnly(;|$)")
                .containsPattern("; ?SameSite=[Ll]ax(;|$)")
                .doesNotContainIgnoringCase("Domain="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/shop", "/shop/", "/shop/shop.json", "/shop/mizan-checkout.js", "/sandbox/clock", "/control"})
    void there_is_neither_a_shop_nor_a_control_of_a_sandbox(String path) {
        live().get(path).expect(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/clock", "/sandbox/halt"})
    void nobody_moves_the_clock_or_ends_the_server_with_whatever_key(String path) {
        authorized(key(Mode.LIVE))
                .send("POST", path, "application/json", "{\"advance_seconds\":1}")
                .expect(404);
    }

    @Test
    void a_key_of_a_sandbox_opens_nothing_although_it_is_known() {
        authorized(key(Mode.LIVE)).get("/api/v1/orders").expect(200);

        authorized(key(Mode.SANDBOX)).get("/api/v1/orders").expect(401);
    }

    @Test
    void there_are_no_people_keys_or_goods_of_the_demonstration() {
        assertThat(read("username", "FROM staff WHERE username IN ('support', 'administrator')"))
                .isEmpty();
        assertThat(read("name", "FROM api_key WHERE name LIKE 'Demonstration%'"))
                .isEmpty();
        assertThat(read("sku", "FROM product")).isEmpty();
    }

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // what the container would inject
    void the_first_administrator_is_made_once_and_not_again_at_the_next_start() throws IOException {
        assertThat(act("first_administrator_employed")).containsExactly(FIRST);

        var next = new FirstAdministratorStart();
        next.settings = new FirstAdministratorSettings(Optional.of("badr"), Optional.of(passwordFile("another word")));
        next.bootstrap = new BootstrapPassword(next.settings.username(), next.settings.passwordFile());
        next.first = new FirstAdministrator(new Staff(sql, IDS, CLOCK), new StaffAudit(sql, CLOCK));
        next.start();

        assertThat(act("first_administrator_employed")).containsExactly(FIRST);
        visitor().signIn(FIRST, PASSWORD).expect(303);
        visitor().signIn(FIRST, "another word").expect(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {Roles.FINANCE, Roles.OPERATOR})
    void whoever_moves_money_or_operates_reaches_nothing_before_an_authenticator_is_set_up(String role) {
        var visitor = visitor();
        visitor.signIn(employed(role), PASSWORD).expect(303);

        for (var page : List.of("/admin/", "/admin/orders", "/admin/account")) {
            assertThat(visitor.get(page).expect(302).header("Location").orElseThrow())
                    .endsWith("/admin/authenticator");
        }
        enrol(visitor);

        visitor.get("/admin/orders").expect(200);
    }

    /** Else a stolen password would do: with the name of somebody who needs no authenticator, and any password for it. */
    @Test
    void nobody_gets_past_the_authenticator_by_signing_in_again_as_somebody_who_needs_none() {
        var visitor = visitor();
        visitor.signIn(employed(Roles.OPERATOR), PASSWORD).expect(303);
        var another = Map.of("username", employed(Roles.SUPPORT), "password", "whatever it may be");

        visitor.send("/admin/authenticator", "/admin/login", another).expect(303);

        assertThat(visitor.get("/admin/orders").expect(302).header("Location").orElseThrow())
                .endsWith("/admin/authenticator");
    }

    @Test
    void support_may_do_without_an_authenticator() {
        var visitor = visitor();
        visitor.signIn(employed(Roles.SUPPORT), PASSWORD).expect(303);

        visitor.get("/admin/orders").expect(200);
    }

    @Test
    void a_new_password_ends_what_was_open_elsewhere_under_the_old_one() {
        var who = employed(Roles.SUPPORT);
        var here = visitor();
        var elsewhere = visitor();
        here.signIn(who, PASSWORD).expect(303);
        elsewhere.signIn(who, PASSWORD).expect(303);
        var another = "ten pearls in a dark sea";

        here.send("/admin/account", "/admin/account/password", Map.of("password", another, "again", another))
                .expect(303);

        here.get("/admin/orders").expect(200);
        elsewhere.get("/admin/orders").expect(302);
        visitor().signIn(who, PASSWORD).expect(401);
        visitor().signIn(who, another).expect(303);
    }

    @Test
    void somebody_ends_what_they_left_open_elsewhere() {
        var who = employed(Roles.SUPPORT);
        var here = visitor();
        var elsewhere = visitor();
        here.signIn(who, PASSWORD).expect(303);
        elsewhere.signIn(who, PASSWORD).expect(303);

        here.send("/admin/account", "/admin/account/sessions/end", Map.of()).expect(303);

        here.get("/admin/orders").expect(200);
        elsewhere.get("/admin/orders").expect(302);
    }

    @Test
    void a_single_administrator_adds_the_second_and_from_then_on_changes_wait_for_two() {
        var first = visitor();
        first.signIn(FIRST, PASSWORD).expect(303);
        assertThat(first.get("/admin/people").expect(302).header("Location").orElseThrow())
                .endsWith("/admin/authenticator");
        enrol(first);
        var link = secret(added(first, "dana", Roles.ADMINISTRATOR).expect(200));
        assertThat(link).startsWith(PUBLIC + "/admin/set-up/");
        var page = link.substring(PUBLIC.length());
        var second = visitor();
        second.send(page, page, Map.of("password", PASSWORD, "again", PASSWORD)).expect(303);
        second.signIn("dana", PASSWORD).expect(303);
        enrol(second);

        assertThat(added(first, "esra", Roles.SUPPORT).expect(200).body())
                .contains("It works when another administrator has approved");
        first.send("/admin/gateways/stripe", "/admin/gateways/stripe/offer", Map.of("open", "false"))
                .expect(303);
        assertThat(first.get("/admin/gateways/stripe").body()).contains("It waits for another administrator");

        assertThat(read("subject", "FROM approval WHERE state = 'WAITING'"))
                .containsExactlyInAnyOrder("esra", "stripe");
        assertThat(entered()).isEmpty();
        assertThat(read("username", "FROM staff WHERE username = 'esra'")).isEmpty();
        var approve = Pattern.compile("action=\"(/admin/approvals/[^\"/]+/approve)\"");
        assertThat(first.get("/admin/approvals").body()).doesNotContainPattern(approve);
        approve.matcher(second.get("/admin/approvals").body())
                .results()
                .forEach(wish -> second.send("/admin/approvals", wish.group(1), Map.of()));

        assertThat(entered()).containsExactly("offered");
        assertThat(read("username", "FROM staff WHERE username = 'esra'")).containsExactly("esra");
    }

    private static Map<String, String> sandboxSettings() {
        var settings = new HashMap<>(TestBed.database().plainSettings());
        settings.put("MIZAN_MODE", "live");
        settings.put("MIZAN_SANDBOX_HALT", "true");
        settings.put("MIZAN_BOOTSTRAP_ADMIN", FIRST);
        settings.put(
                "MIZAN_BOOTSTRAP_ADMIN_PASSWORD_FILE",
                TestFiles.directory().resolve("no-such-password").toString());
        return settings;
    }

    private static Map<String, String> settings() throws IOException {
        var settings = new HashMap<>(TestBed.database().plainSettings());
        settings.put("MIZAN_MODE", "live");
        settings.put("MIZAN_PUBLIC_URL", PUBLIC);
        settings.put("MIZAN_BOOTSTRAP_ADMIN", FIRST);
        settings.put(
                "MIZAN_BOOTSTRAP_ADMIN_PASSWORD_FILE", passwordFile(PASSWORD).toString());
        GATEWAYS.forEach(gateway -> settings.put("MIZAN_" + gateway + "_ENABLED", "false"));
        settings.put("MIZAN_STRIPE_ENABLED", "true");
        settings.put("MIZAN_STRIPE_SECRET_KEY", "sk_live_that_nobody_gave_out");
        settings.put("MIZAN_STRIPE_ACCOUNT", "acct_Live");
        settings.put("MIZAN_STRIPE_API_BASE", "https://127.0.0.1:9");
        return settings;
    }

    private static Path passwordFile(String password) throws IOException {
        return Files.writeString(TestFiles.directory().resolve("password-of-the-first"), password + "\n");
    }

    /** Somebody with the password of the first administrator, of which less is kept: the fewest rounds that the server reads. */
    private static String employed(String role) {
        var id = UUID.randomUUID();
        var username = role + "-" + id.toString().substring(0, 8);
        sql.update(
                "INSERT INTO staff (id, username, display_name, password_hash, created_at)"
                        + " SELECT ?, ?, ?, ?, created_at FROM staff WHERE username = ?",
                id,
                username,
                username,
                KeptPassword.of(PASSWORD),
                FIRST);
        sql.update("INSERT INTO staff_role (staff_id, role) VALUES (?, ?)", id, role);
        return username;
    }

    private static void enrol(PortalVisitor visitor) {
        var page = "/admin/authenticator";
        visitor.send(page, page, Map.of()).expect(303);
        var app = AuthenticatorApp.with(secret(visitor.get(page).expect(200)));
        visitor.send(page, page + "/confirm", Map.of("code", app.code())).expect(200);
    }

    private static Answer added(PortalVisitor administrator, String username, String role) {
        return administrator.send(
                "/admin/people", "/admin/people", Map.of("username", username, "display_name", username, "role", role));
    }

    private static String secret(Answer answer) {
        var found = SECRET.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    /** The text of a key that the database knows, whichever mode it is of. */
    private static KeyText key(Mode mode) {
        return new ApiKeys(sql, IDS, CLOCK, mode)
                .issue(new NewApiKey(
                        ApiKeyKind.SECRET, "Backend", Scope.ALL, Set.of(), List.of(), Optional.empty(), Set.of()));
    }

    private static MizanClient authorized(KeyText key) {
        return live().with("Authorization", "Bearer " + key.reveal());
    }

    private static List<String> act(String act) {
        return read("subject", "FROM staff_audit WHERE act = ?", act);
    }

    private static List<String> entered() {
        return read("name", "FROM gateway_setting");
    }

    private static List<String> read(String column, String from, Object... arguments) {
        return sql.list("SELECT " + column + " " + from, row -> row.text(column), arguments);
    }

    private static MizanClient live() {
        return TestBed.mizan().at(server.url());
    }

    private static PortalVisitor visitor() {
        return new PortalVisitor(live());
    }
}
