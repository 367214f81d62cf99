package io.mizan.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.access.Mode;
import io.mizan.id.Ids;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import io.mizan.testbed.TestBed;
import io.mizan.time.HandClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StaffIT {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static Sql sql;

    private final HandClock clock = new HandClock(NOW);
    private final SignInDelays delays = new SignInDelays(sql, new Vault(MasterKey.of(new byte[32])), clock);

    @BeforeAll
    static void migrate() {
        sql = TestBed.database().emptyTables();
    }

    @Test
    void guessing_a_password_is_slowed_down_more_and_more() {
        for (int i = 0; i < 4; i++) {
            assertThat(delays.closedFor("amal", "192.0.2.1")).isEmpty();
        }
        assertThat(delays.closedFor("amal", "192.0.2.1")).contains(Duration.ofSeconds(2));

        clock.pass(Duration.ofSeconds(2));
        assertThat(delays.closedFor("amal", "192.0.2.1")).isEmpty();
        assertThat(delays.closedFor("amal", "192.0.2.1")).contains(Duration.ofSeconds(4));
    }

    @Test
    void many_guesses_at_once_gain_nothing() {
        var guesses = Stream.generate(() -> CompletableFuture.supplyAsync(() -> delays.closedFor("zaki", "192.0.2.9")))
                .limit(12)
                .toList();

        assertThat(guesses.stream().map(CompletableFuture::join).filter(Optional::isEmpty))
                .hasSize(4);
    }

    @Test
    void waiting_is_not_made_longer_by_trying_meanwhile() {
        for (int i = 0; i < 4; i++) {
            delays.closedFor("badr", "192.0.2.2");
        }
        for (int i = 0; i < 20; i++) {
            delays.closedFor("badr", "192.0.2.2");
        }

        clock.pass(Duration.ofSeconds(2));

        assertThat(delays.closedFor("badr", "192.0.2.2")).isEmpty();
    }

    @Test
    void a_stranger_who_knows_a_name_keeps_nobody_else_out() {
        for (int i = 0; i < 30; i++) {
            delays.closedFor("carim", "192.0.2.3");
        }

        assertThat(delays.closedFor("carim", "192.0.2.3")).isNotEmpty();
        assertThat(delays.closedFor("carim", "198.51.100.7")).isEmpty();
    }

    @Test
    void an_address_that_tries_many_names_is_slowed_down_for_all_of_them() {
        for (int i = 0; i < 21; i++) {
            assertThat(delays.closedFor("name-" + i, "192.0.2.4")).isEmpty();
        }

        assertThat(delays.closedFor("dana", "192.0.2.4")).contains(Duration.ofSeconds(2));
    }

    @Test
    void signing_in_takes_back_what_the_tries_before_it_counted() {
        for (int i = 0; i < 3; i++) {
            delays.closedFor("esra", "192.0.2.5");
        }
        delays.succeeded("esra", "192.0.2.5");

        for (int i = 0; i < 4; i++) {
            assertThat(delays.closedFor("esra", "192.0.2.5")).isEmpty();
        }
    }

    @Test
    void an_hour_later_all_is_forgotten() {
        for (int i = 0; i < 8; i++) {
            delays.closedFor("fadi", "192.0.2.6");
            clock.pass(Duration.ofMinutes(1));
        }
        clock.pass(Duration.ofMinutes(61));

        for (int i = 0; i < 4; i++) {
            assertThat(delays.closedFor("fadi", "192.0.2.6")).isEmpty();
        }
    }

    @Test
    void the_acts_of_a_person_are_numbered_without_gaps() {
        var audit = new StaffAudit(sql, clock);
        var ghada = hired("ghada");
        var huda = hired("huda");

        audit.record(ghada, StaffAct.SIGNED_IN, "ghada", Map.of());
        audit.record(huda, StaffAct.SIGNED_IN, "huda", Map.of());
        audit.record(ghada, StaffAct.INQUIRY_REQUESTED, "att_1", Map.of("order", "ord_1"));

        assertThat(sql.list(
                        "SELECT CONCAT(seq, ' ', act, ' ', subject) AS line FROM staff_audit WHERE staff_id = ? ORDER BY seq",
                        row -> row.text("line"),
                        ghada.id()))
                .containsExactly("1 signed_in ghada", "2 inquiry_requested att_1");
    }

    @Test
    void whoever_was_disabled_is_not_found_any_more() {
        var directory = new StaffDirectory(sql);
        hired("iman");
        assertThat(directory.find("iman").orElseThrow().roles()).containsExactly(Roles.SUPPORT);

        sql.update("UPDATE staff SET disabled_at = ? WHERE username = 'iman'", NOW);

        assertThat(directory.find("iman")).isEmpty();
        assertThat(directory.passwordHash("iman")).isEmpty();
    }

    @Test
    void a_code_of_an_authenticator_app_is_accepted_once() {
        var factors = factors(Mode.LIVE);
        var jana = hired("jana");
        var secret = factors.begin(jana).reveal();
        assertThat(factors.isEnrolled(jana)).isFalse();

        assertThat(factors.confirm(jana, codeNow(secret)))
                .hasValueSatisfying(codes -> assertThat(codes).hasSize(10).doesNotHaveDuplicates());
        assertThat(factors.isEnrolled(jana)).isTrue();

        assertThat(factors.accept(jana, codeNow(secret))).isFalse();
        clock.pass(Duration.ofSeconds(30));
        assertThat(factors.accept(jana, codeNow(secret))).isTrue();
        assertThat(factors.accept(jana, codeNow(secret))).isFalse();
        assertThat(sql.first(
                                "SELECT sealed_secret FROM staff_totp WHERE staff_id = ?",
                                row -> new String(row.bytes("sealed_secret"), StandardCharsets.ISO_8859_1),
                                jana.id())
                        .orElseThrow())
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_recovery_code_stands_in_once_however_it_is_typed() {
        var factors = factors(Mode.SANDBOX);
        var karim = hired("karim");
        var codes =
                factors.confirm(karim, codeNow(factors.begin(karim).reveal())).orElseThrow();

        assertThat(factors.accept(karim, codes.get(0).toUpperCase(Locale.ROOT).replace('-', ' ')))
                .isTrue();
        assertThat(factors.accept(karim, codes.get(0))).isFalse();
        assertThat(factors.recoveryCodesLeft(karim)).isEqualTo(9);

        factors.renewRecoveryCodes(karim);
        assertThat(factors.accept(karim, codes.get(1))).isFalse();
    }

    @Test
    void a_second_factor_is_required_in_live_mode_of_all_but_support() {
        var lina = hired("lina");
        var administrator = new StaffMember(lina.id(), "lina", "Lina", Set.of(Roles.SUPPORT, Roles.ADMINISTRATOR));

        assertThat(factors(Mode.LIVE).isRequiredOf(lina)).isFalse();
        assertThat(factors(Mode.LIVE).isRequiredOf(administrator)).isTrue();
        assertThat(factors(Mode.SANDBOX).isRequiredOf(administrator)).isFalse();
    }

    @Test
    void codes_close_for_a_name_wherever_they_come_from_and_passwords_do_not() {
        for (int i = 0; i < 6; i++) {
            assertThat(delays.codesClosedFor("mona", "192.0.2." + (100 + i))).isEmpty();
        }

        assertThat(delays.codesClosedFor("mona", "198.51.100.9")).contains(Duration.ofSeconds(2));
        assertThat(delays.closedFor("mona", "198.51.100.9")).isEmpty();
    }

    @Test
    void a_session_that_was_ended_elsewhere_is_over() {
        var sessions = new StaffSessions(sql, new Ids(clock), clock);
        var nadia = hired("nadia");
        var here = sessions.begin(nadia, "192.0.2.1");
        var there = sessions.begin(nadia, "192.0.2.2");

        sessions.endAll(nadia.id(), Optional.of(here));

        assertThat(sessions.isOpen(here)).isTrue();
        assertThat(sessions.isOpen(there)).isFalse();
        assertThat(sessions.openOf(nadia.id())).hasSize(1);
    }

    @Test
    void a_session_that_nobody_used_for_half_an_hour_is_over_for_good() {
        var sessions = new StaffSessions(sql, new Ids(clock), clock);
        var olga = hired("olga");
        var session = sessions.begin(olga, "192.0.2.1");

        clock.pass(StaffSessions.IDLE.minusMinutes(1));
        assertThat(sessions.isOpen(session)).isTrue();
        clock.pass(StaffSessions.IDLE.minusMinutes(1));
        assertThat(sessions.isOpen(session)).isTrue();

        clock.pass(StaffSessions.IDLE);
        assertThat(sessions.isOpen(session)).isFalse();
        assertThat(sessions.isOpen(session)).isFalse();
        assertThat(sessions.openOf(olga.id())).isEmpty();
    }

    @Test
    void a_session_is_over_after_a_day_of_work_however_busy_it_is() {
        var sessions = new StaffSessions(sql, new Ids(clock), clock);
        var session = sessions.begin(hired("petra"), "192.0.2.1");
        var step = StaffSessions.IDLE.dividedBy(2);

        for (var busy = step; busy.compareTo(StaffSessions.LONGEST) < 0; busy = busy.plus(step)) {
            clock.pass(step);
            assertThat(sessions.isOpen(session)).isTrue();
        }

        clock.pass(step);
        assertThat(sessions.isOpen(session)).isFalse();
    }

    private SecondFactors factors(Mode mode) {
        return new SecondFactors(sql, new Vault(MasterKey.of(new byte[32])), new StaffAudit(sql, clock), mode, clock);
    }

    private String codeNow(byte[] secret) {
        return Totp.codeAt(secret, Totp.stepAt(clock.instant()));
    }

    private StaffMember hired(String name) {
        UUID id = new Ids(clock).next();
        sql.update(
                "INSERT INTO staff (id, username, display_name, password_hash, created_at) VALUES (?, ?, ?, 'none', ?)",
                id,
                name,
                name,
                NOW);
        sql.update("INSERT INTO staff_role (staff_id, role) VALUES (?, ?)", id, Roles.SUPPORT);
        return new StaffDirectory(sql).find(name).orElseThrow();
    }
}
