package io.mizan.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.halt.HaltPoint.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HaltPointTest {
    @AfterEach
    void disarm() {
        HaltPoint.disarm();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_ends_where_nothing_is_armed(HaltPoint point) {
        point.pass();

        assertThat(HaltPoint.of(point.code())).isEqualTo(point);
    }

    @Test
    void an_armed_process_ends_at_its_point_and_in_the_pass_that_was_asked_for() {
        HaltPoint.arm(HaltPoint.COMMAND_SENT, 2);

        assertThat(HaltPoint.ANSWER_READ.fate()).isEqualTo(Fate.GOES_ON);
        assertThat(HaltPoint.COMMAND_SENT.fate()).isEqualTo(Fate.GOES_ON);
        assertThat(HaltPoint.COMMAND_SENT.fate()).isEqualTo(Fate.ENDS_THE_PROCESS);
    }

    @Test
    void one_that_is_armed_for_several_points_ends_when_each_of_them_holds_somebody() {
        HaltPoint.arm(HaltPoint.COMMAND_SENT, 1);
        HaltPoint.arm(HaltPoint.CALLBACK_STORED, 1);

        assertThat(HaltPoint.COMMAND_SENT.fate()).isEqualTo(Fate.STAYS);
        assertThat(HaltPoint.COMMAND_SENT.fate()).isEqualTo(Fate.GOES_ON);
        assertThat(HaltPoint.CALLBACK_STORED.fate()).isEqualTo(Fate.ENDS_THE_PROCESS);
    }

    @Test
    void a_point_that_there_is_not_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> HaltPoint.of("COMMAND_SENT"));
    }
}
