package io.mizan.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.staff.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApprovalsTest {
    private final StaffMember amal = new StaffMember(new UUID(0, 1), "amal", "Amal", Set.of("administrator"));

    @Test
    void what_is_too_long_to_wait_is_refused_before_anybody_is_asked() {
        var approvals = new Approvals(null, List.of(new Anything()));
        var wish = new Wish("anything", "something", Map.of("a", "x".repeat(4000), "b", "x".repeat(4000)));

        assertThatThrownBy(() -> approvals.ask(wish, amal))
                .isInstanceOfSatisfying(ActRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo("too_much"));
    }

    private static final class Anything implements TwoPersonAct {
        @Override
        public String code() {
            return "anything";
        }

        @Override
        public Set<String> roles() {
            return Set.of("administrator");
        }

        @Override
        public void check(Wish wish) {
            throw new AssertionError("nobody is asked");
        }

        @Override
        public Map<String, String> carryOut(Wish wish, DoneBy by) {
            throw new AssertionError("nothing is done");
        }
    }
}
