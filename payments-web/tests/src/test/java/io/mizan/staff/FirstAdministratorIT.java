package io.mizan.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.id.Ids;
import io.mizan.testbed.TestBed;
import io.mizan.time.MizanClock;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class FirstAdministratorIT {
    private static final Clock CLOCK = new MizanClock(Clock.systemUTC());

    @Test
    void somebody_is_the_first_administrator_and_only_once() {
        var sql = TestBed.database().emptyTables();
        var first = new FirstAdministrator(new Staff(sql, new Ids(CLOCK), CLOCK), new StaffAudit(sql, CLOCK));
        assertThat(first.isWanted()).isTrue();
        assertThat(first.isFirst()).isTrue();

        assertThat(first.employ("amal", "a hash")).isTrue();
        assertThat(first.isFirst()).isFalse();
        assertThat(first.employ("badr", "another hash")).isFalse();

        assertThat(first.isWanted()).isFalse();
        assertThat(new StaffDirectory(sql).find("amal").orElseThrow().roles()).containsExactly(Roles.ADMINISTRATOR);
        assertThat(sql.list("SELECT act FROM staff_audit", row -> row.text("act")))
                .containsExactly("first_administrator_employed");
    }

    /** Access was ended where the portal does not let it be: in the database. */
    @Test
    void where_no_administrator_is_left_who_could_sign_in_another_is_made_under_a_new_name() {
        var sql = TestBed.database().emptyTables();
        var first = new FirstAdministrator(new Staff(sql, new Ids(CLOCK), CLOCK), new StaffAudit(sql, CLOCK));
        first.employ("amal", "a hash");
        sql.update("UPDATE staff SET disabled_at = UTC_TIMESTAMP(6) WHERE username = 'amal'");
        assertThat(first.isWanted()).isTrue();

        assertThat(first.employ("amal", "a hash")).isFalse();
        assertThat(first.employ("badr", "another hash")).isTrue();

        assertThat(first.isWanted()).isFalse();
        assertThat(new StaffDirectory(sql).find("amal")).isEmpty();
    }
}
