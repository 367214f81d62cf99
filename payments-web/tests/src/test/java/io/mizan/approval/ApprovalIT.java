package io.mizan.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.ApprovalId;
import io.mizan.id.Ids;
import io.mizan.sql.Sql;
import io.mizan.sql.SqlFailure;
import io.mizan.staff.Roles;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffDirectory;
import io.mizan.staff.StaffMember;
import io.mizan.staff.StaffSettings;
import io.mizan.testbed.TestBed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No act that needs two people happens by one (invariant 13). */
class ApprovalIT {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static Sql sql;

    private final List<Wish> done = new ArrayList<>();
    private final Approvals approvals = at(NOW);
    private final StaffMember amal = hired(Roles.ADMINISTRATOR);
    private final StaffMember badr = hired(Roles.ADMINISTRATOR);
    private final Wish wish = new Wish("lamp_lit", UUID.randomUUID().toString(), Map.of("colour", "green"));

    @BeforeAll
    static void migrate() {
        sql = TestBed.database().emptyTables();
    }

    @Test
    void what_one_person_asks_for_another_approves() {
        var id = approvals.ask(wish, amal).orElseThrow();
        assertThat(done).isEmpty();

        assertThat(approvals.approve(id, badr)).isEqualTo(new Decision.Taken(Map.of("switch", "left")));

        assertThat(done).containsExactly(wish);
        assertThat(stateOf(id)).isEqualTo(ApprovalState.APPROVED);
        assertThat(actsOf(amal)).containsExactly("approval_requested " + id);
        assertThat(actsOf(badr)).containsExactly("approval_given " + id);
    }

    @Test
    void nobody_approves_a_wish_of_their_own_and_the_database_says_so_too() {
        var id = approvals.ask(wish, amal).orElseThrow();

        assertThat(approvals.approve(id, amal)).isEqualTo(new Decision.OwnWish());

        assertThat(done).isEmpty();
        assertThatThrownBy(() -> sql.update(
                        "UPDATE approval SET state = 'APPROVED', waiting = NULL, decided_by = made_by WHERE id = ?",
                        id.value()))
                .isInstanceOf(SqlFailure.class);
    }

    @Test
    void a_wish_is_decided_once() {
        var id = approvals.ask(wish, amal).orElseThrow();
        approvals.approve(id, badr);

        assertThat(approvals.approve(id, badr)).isEqualTo(new Decision.TooLate());
        assertThat(approvals.reject(id, badr)).isEqualTo(new Decision.TooLate());

        assertThat(done).hasSize(1);
    }

    @Test
    void what_waits_for_one_subject_is_asked_for_once() {
        var first = approvals.ask(wish, amal);
        assertThat(approvals.ask(new Wish(wish.act(), wish.subject(), Map.of("colour", "red")), badr))
                .isEmpty();

        approvals.reject(first.orElseThrow(), badr);

        assertThat(approvals.ask(wish, amal)).isPresent();
    }

    @Test
    void a_wish_nobody_decides_about_runs_out_and_makes_room_for_another() {
        var id = approvals.ask(wish, amal).orElseThrow();
        var later = at(NOW.plus(StaffSettings.DEFAULT.approveWithin()));

        assertThat(later.approve(id, badr)).isEqualTo(new Decision.TooLate());
        assertThat(later.ask(wish, amal)).isPresent();

        assertThat(stateOf(id)).isEqualTo(ApprovalState.EXPIRED);
        assertThat(done).isEmpty();
    }

    @Test
    void what_somebody_asked_for_who_was_dismissed_since_is_not_done() {
        var id = approvals.ask(wish, amal).orElseThrow();
        sql.update("UPDATE staff SET disabled_at = ? WHERE id = ?", NOW, amal.id());

        assertThat(approvals.approve(id, badr)).isEqualTo(new Decision.Refused("maker_gone"));

        assertThat(done).isEmpty();
        assertThat(stateOf(id)).isEqualTo(ApprovalState.WAITING);
        assertThat(approvals.reject(id, badr)).isInstanceOf(Decision.Taken.class);
    }

    @Test
    void what_somebody_asked_for_who_lost_the_role_since_is_not_done() {
        var id = approvals.ask(wish, amal).orElseThrow();
        sql.update("UPDATE staff_role SET role = ? WHERE staff_id = ?", Roles.SUPPORT, amal.id());

        assertThat(approvals.approve(id, badr)).isEqualTo(new Decision.Refused("maker_gone"));
    }

    @Test
    void rejecting_a_wish_of_ones_own_takes_it_back() {
        var own = approvals.ask(wish, amal).orElseThrow();
        approvals.reject(own, amal);

        assertThat(stateOf(own)).isEqualTo(ApprovalState.WITHDRAWN);
        assertThat(done).isEmpty();
    }

    @Test
    void whoever_may_not_do_it_may_neither_ask_nor_decide() {
        var carim = hired(Roles.SUPPORT);
        var id = approvals.ask(wish, amal).orElseThrow();

        assertThatThrownBy(() -> approvals.ask(wish, carim))
                .isInstanceOfSatisfying(MizanException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(ErrorCode.PERMISSION_DENIED));
        assertThatThrownBy(() -> approvals.approve(id, carim)).isInstanceOf(MizanException.class);
        assertThat(approvals.latestFor(carim, 10)).isEmpty();
    }

    private Approvals at(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var records = new ApprovalRecords(
                sql, new StaffDirectory(sql), new StaffAudit(sql, clock), StaffSettings.DEFAULT, new Ids(clock), clock);
        return new Approvals(records, List.of(new LightLamp()));
    }

    private ApprovalState stateOf(ApprovalId id) {
        return ApprovalState.valueOf(
                sql.first("SELECT state FROM approval WHERE id = ?", row -> row.text("state"), id.value())
                        .orElseThrow());
    }

    private static List<String> actsOf(StaffMember who) {
        return sql.list(
                "SELECT CONCAT(act, ' ', subject) AS line FROM staff_audit WHERE staff_id = ? ORDER BY seq",
                row -> row.text("line"),
                who.id());
    }

    private static StaffMember hired(String role) {
        var id = UUID.randomUUID();
        sql.update(
                "INSERT INTO staff (id, username, display_name, password_hash, created_at) VALUES (?, ?, 'Somebody', 'none', ?)",
                id,
                id.toString(),
                NOW);
        sql.update("INSERT INTO staff_role (staff_id, role) VALUES (?, ?)", id, role);
        return new StaffDirectory(sql).find(id.toString()).orElseThrow();
    }

    private final class LightLamp implements TwoPersonAct {
        @Override
        public String code() {
            return "lamp_lit";
        }

        @Override
        public Set<String> roles() {
            return Set.of(Roles.ADMINISTRATOR);
        }

        @Override
        public Map<String, String> carryOut(Wish wanted, DoneBy by) {
            done.add(wanted);
            return Map.of("switch", "left");
        }
    }
}
