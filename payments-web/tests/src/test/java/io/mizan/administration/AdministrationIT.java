package io.mizan.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.access.ApiKeyKind;
import io.mizan.access.ApiKeys;
import io.mizan.access.Mode;
import io.mizan.access.Scope;
import io.mizan.administration.Administration.Outcome;
import io.mizan.approval.ApprovalRecords;
import io.mizan.approval.Approvals;
import io.mizan.approval.Decision;
import io.mizan.approval.TwoPersonAct;
import io.mizan.approval.Wish;
import io.mizan.id.Ids;
import io.mizan.money.Money;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import io.mizan.staff.Roles;
import io.mizan.staff.SecondFactors;
import io.mizan.staff.SetUps;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffDirectory;
import io.mizan.staff.StaffMember;
import io.mizan.staff.StaffSessions;
import io.mizan.staff.StaffSettings;
import io.mizan.testbed.TestBed;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdministrationIT {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Vault VAULT = new Vault(MasterKey.of(new byte[32]));
    private static Sql sql;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Staff staff = new Staff(sql, new Ids(clock), clock);
    private final StaffAudit audit = new StaffAudit(sql, clock);
    private final ApiKeys keys = new ApiKeys(sql, new Ids(clock), clock, Mode.LIVE);
    private final Approvals approvals = approvals();

    @BeforeAll
    static void migrate() {
        sql = TestBed.database().emptyTables();
    }

    /** Who is gone cannot approve, and is not the last one. */
    @BeforeEach
    void everybodyIsGone() {
        sql.update("UPDATE staff SET disabled_at = ?", NOW);
    }

    @Test
    void in_live_mode_a_change_waits_until_another_administrator_approves_it() {
        var amal = hired(Roles.ADMINISTRATOR);
        var badr = hired(Roles.ADMINISTRATOR);
        var carim = hired(Roles.SUPPORT);

        var waits = (Outcome.Waits) in(Mode.LIVE).change(rolesOf(carim, "finance"), amal);

        assertThat(in(Mode.LIVE).change(rolesOf(carim, "operator"), badr)).isEqualTo(new Outcome.WaitsAlready());
        assertThat(approvals.approve(waits.approval(), amal)).isEqualTo(new Decision.OwnWish());
        assertThat(rolesNow(carim)).containsExactly(Roles.SUPPORT);
        approvals.approve(waits.approval(), badr);
        assertThat(rolesNow(carim)).containsExactly(Roles.FINANCE);
    }

    @Test
    void one_administrator_alone_acts_alone_and_the_audit_says_so() {
        var amal = hired(Roles.ADMINISTRATOR);
        var carim = hired(Roles.SUPPORT);

        assertThat(in(Mode.LIVE).change(rolesOf(carim, "finance"), amal)).isInstanceOf(Outcome.Done.class);

        assertThat(rolesNow(carim)).containsExactly(Roles.FINANCE);
        assertThat(sql.list("SELECT detail FROM staff_audit WHERE staff_id = ?", row -> row.text("detail"), amal.id()))
                .singleElement()
                .asString()
                .contains("second_person", "not_needed");
    }

    @Test
    void the_last_administrator_is_neither_disabled_nor_demoted() {
        var amal = hired(Roles.ADMINISTRATOR);
        var whoNeverCame = hired(Roles.ADMINISTRATOR);
        sql.update("UPDATE staff SET password_hash = '' WHERE id = ?", whoNeverCame.id());

        assertThat(in(Mode.SANDBOX).change(disabled(amal), amal)).isEqualTo(new Outcome.Refused("last_administrator"));
        assertThat(in(Mode.SANDBOX).change(rolesOf(amal, "support"), amal))
                .isEqualTo(new Outcome.Refused("last_administrator"));
        assertThat(in(Mode.SANDBOX).change(rolesOf(amal, "administrator,support"), amal))
                .isInstanceOf(Outcome.Done.class);
        assertThat(in(Mode.SANDBOX).change(disabled(whoNeverCame), amal)).isInstanceOf(Outcome.Done.class);
    }

    /** Both wishes were good when they were made. */
    @Test
    void of_two_who_have_each_other_removed_one_remains() {
        var amal = hired(Roles.ADMINISTRATOR);
        var badr = hired(Roles.ADMINISTRATOR);
        var againstBadr = (Outcome.Waits) in(Mode.LIVE).change(disabled(badr), amal);
        var againstAmal = (Outcome.Waits) in(Mode.LIVE).change(disabled(amal), badr);

        assertThat(approvals.approve(againstBadr.approval(), badr)).isInstanceOf(Decision.Taken.class);

        assertThat(approvals.approve(againstAmal.approval(), amal)).isInstanceOf(Decision.Refused.class);
        assertThat(staff.administrators()).isOne();
    }

    @Test
    void a_key_of_two_people_opens_nothing_before_the_second_agreed_and_has_what_was_asked_for() {
        var amal = hired(Roles.ADMINISTRATOR);
        var badr = hired(Roles.ADMINISTRATOR);
        var text = keys.draw(ApiKeyKind.SECRET);
        var wish = new Wish(
                StaffAct.KEY_MADE.code(),
                text.hint(),
                Map.of(
                        "kind", "SECRET",
                        "name", "Reports",
                        "scopes", "read",
                        "limits", "QAR 5000.00\nKWD 30.500\nJPY 9000",
                        "addresses", "192.0.2.0/24",
                        "hash", text.hash()));

        var waits = (Outcome.Waits) in(Mode.LIVE).change(wish, amal);
        assertThat(keys.authenticate(text.reveal())).isEmpty();
        approvals.approve(waits.approval(), badr);

        assertThat(keys.authenticate(text.reveal())).hasValueSatisfying(key -> {
            assertThat(key.scopes()).containsExactly(Scope.READ);
            assertThat(key.limits().values())
                    .containsExactlyInAnyOrder(
                            Money.ofMinor(500_000, "QAR"), Money.ofMinor(30_500, "KWD"), Money.ofMinor(9_000, "JPY"));
            assertThat(key.mayCallFrom("192.0.2.9")).isTrue();
        });
        assertThat(sql.list("SELECT made_by FROM api_key WHERE hint = ?", row -> row.id("made_by"), text.hint()))
                .containsExactly(amal.id());
        assertThat(sql.list(
                        "SELECT JSON_VALUE(detail, '$.asked_by') AS asker FROM staff_audit WHERE staff_id = ? AND act = ?",
                        row -> row.text("asker"),
                        badr.id(),
                        StaffAct.KEY_MADE.code()))
                .containsExactly(amal.username());
    }

    @Test
    void a_key_that_makes_no_sense_is_not_even_asked_for() {
        var amal = hired(Roles.ADMINISTRATOR);
        var good = Map.of("kind", "SECRET", "name", "Shop", "scopes", "read orders", "hash", "h");

        for (var wrong : List.of(
                Map.of("scopes", ""),
                Map.of("scopes", "read everything"),
                Map.of("limits", "5000"),
                Map.of("limits", "QAR 0.00"),
                Map.of("limits", "QAR 1.005"),
                Map.of("limits", "XYZ 5"),
                Map.of("addresses", "shop.example"),
                Map.of("origins", "shop.example"),
                Map.of("name", " "))) {
            var detail = new HashMap<>(good);
            detail.putAll(wrong);
            assertThat(in(Mode.SANDBOX).change(new Wish(StaffAct.KEY_MADE.code(), "sk_test_none", detail), amal))
                    .as(wrong.toString())
                    .isEqualTo(new Outcome.Refused("key"));
        }
    }

    /** Invariant 12. What could be refused only later would stand in the wish meanwhile. */
    @Test
    void a_card_number_is_no_name_of_anybody_or_anything() {
        var amal = hired(Roles.ADMINISTRATOR);
        hired(Roles.ADMINISTRATOR);
        var key = Map.of("kind", "SECRET", "name", "4242 4242 4242 4242 12/34", "scopes", "read", "hash", "h");

        for (var wish : List.of(
                new Wish(StaffAct.KEY_MADE.code(), "sk_test_none", key),
                person("4242424242424242", "Somebody"),
                person("somebody", "4242-4242-4242-4242"))) {
            assertThat(in(Mode.LIVE).change(wish, amal)).isEqualTo(new Outcome.Refused("card_number"));
        }
    }

    @Test
    void a_link_to_set_a_password_works_once_and_for_a_day() {
        var dana = hired(Roles.SUPPORT);
        var token = SetUps.newToken();
        at(NOW).expect(dana.id(), SetUps.hash(token), false);

        assertThat(at(NOW.plus(Duration.ofHours(24))).find(token)).isEmpty();
        assertThat(at(NOW.plus(Duration.ofHours(23))).use(token, "")).isTrue();
        assertThat(at(NOW.plus(Duration.ofHours(23))).use(token, "")).isFalse();
    }

    @Test
    void guessing_the_code_of_a_link_ends_the_link() {
        var dana = hired(Roles.SUPPORT);
        var token = SetUps.newToken();
        var code = at(NOW).expect(dana.id(), SetUps.hash(token), true).orElseThrow();
        for (int i = 0; i < 5; i++) {
            assertThat(at(NOW).use(token, "aaaa-aaaa-aaaa")).isFalse();
        }

        assertThat(at(NOW).use(token, code)).isFalse();
        assertThat(at(NOW).find(token)).isEmpty();
    }

    @Test
    void a_new_link_takes_the_place_of_the_one_before() {
        var dana = hired(Roles.SUPPORT);
        var lost = SetUps.newToken();
        var found = SetUps.newToken();
        at(NOW).expect(dana.id(), SetUps.hash(lost), false);
        at(NOW).expect(dana.id(), SetUps.hash(found), false);

        assertThat(at(NOW).use(lost, "")).isFalse();
        assertThat(at(NOW).use(found, "")).isTrue();
    }

    private Administration in(Mode mode) {
        return new Administration(approvals, staff, StaffSettings.DEFAULT, mode);
    }

    private SetUps at(Instant now) {
        return new SetUps(sql, VAULT, StaffSettings.DEFAULT, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Wish rolesOf(StaffMember who, String roles) {
        return new Wish(StaffAct.PERSON_ROLES_CHANGED.code(), who.username(), Map.of("roles", roles));
    }

    private static Wish disabled(StaffMember who) {
        return new Wish(StaffAct.PERSON_DISABLED.code(), who.username(), Map.of());
    }

    private static Wish person(String username, String displayName) {
        return new Wish(
                StaffAct.PERSON_ADDED.code(),
                username,
                Map.of("display_name", displayName, "roles", "support", "token_hash", "h"));
    }

    private List<String> rolesNow(StaffMember who) {
        return List.copyOf(staff.find(who.username()).orElseThrow().member().roles());
    }

    private StaffMember hired(String role) {
        var name = "p" + UUID.randomUUID().toString().replace("-", "");
        var id = staff.add(name, "Somebody", List.of(role)).orElseThrow();
        staff.setPassword(id, "a hash");
        return staff.find(name).orElseThrow().member();
    }

    private Approvals approvals() {
        var sessions = new StaffSessions(sql, new Ids(clock));
        var records =
                new ApprovalRecords(sql, new StaffDirectory(sql), audit, StaffSettings.DEFAULT, new Ids(clock), clock);
        return new Approvals(
                records,
                instance(List.of(
                        new ChangeRoles(staff, sessions, audit),
                        new DisablePerson(staff, sessions, audit),
                        new ResetAuthenticator(staff, sessions, audit, new SecondFactors(sql, VAULT, audit, Mode.LIVE)),
                        new AddPerson(staff, sessions, audit, at(NOW)),
                        new MakeKey(keys, audit))));
    }

    /** As the container hands several beans of a type to one. */
    @SuppressWarnings("unchecked")
    private static Instance<TwoPersonAct> instance(List<TwoPersonAct> acts) {
        return (Instance<TwoPersonAct>) Proxy.newProxyInstance(
                AdministrationIT.class.getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> acts.spliterator());
    }
}
