package io.mizan.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.database.Migrations;
import io.mizan.id.Ids;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import io.mizan.testbed.TestBed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StaffIT {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static Sql sql;

    private final MovableClock clock = new MovableClock();
    private final SignInDelays delays = new SignInDelays(sql, new Vault(MasterKey.of(new byte[32])), clock);

    @BeforeAll
    static void migrate() {
        var schema = TestBed.database().emptySchema();
        new Migrations(schema).update();
        sql = Sql.withoutTransactions(schema);
    }

    @Test
    void guessing_a_password_is_slowed_down_more_and_more() {
        for (int i = 0; i < 4; i++) {
            assertThat(delays.closedFor("amal", "192.0.2.1")).isEmpty();
        }
        assertThat(delays.closedFor("amal", "192.0.2.1")).contains(Duration.ofSeconds(2));

        clock.move(Duration.ofSeconds(2));
        assertThat(delays.closedFor("amal", "192.0.2.1")).isEmpty();
        assertThat(delays.closedFor("amal", "192.0.2.1")).contains(Duration.ofSeconds(4));
    }

    @Test
    void waiting_is_not_made_longer_by_trying_meanwhile() {
        for (int i = 0; i < 4; i++) {
            delays.closedFor("badr", "192.0.2.2");
        }
        for (int i = 0; i < 20; i++) {
            delays.closedFor("badr", "192.0.2.2");
        }

        clock.move(Duration.ofSeconds(2));

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
            clock.move(Duration.ofMinutes(1));
        }
        clock.move(Duration.ofMinutes(61));

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

    private static final class MovableClock extends Clock {
        private Instant now = NOW;

        void move(Duration forward) {
            now = now.plus(forward);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
