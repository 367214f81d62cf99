package sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    @Test
    void pauses_grow_and_end() {
        assertThat(RetrySchedule.pauseAfter(RetrySchedule.STANDARD, 1)).contains(Duration.ofSeconds(1));
        assertThat(RetrySchedule.pauseAfter(RetrySchedule.STANDARD, 8)).contains(Duration.ofHours(1));
        assertThat(RetrySchedule.pauseAfter(RetrySchedule.STANDARD, 9)).isEmpty();
    }

    @Test
    void reversed_messages_go_out_last_first() {
        assertThat(Treatment.inOrder(List.of(1, 2, 3), true)).containsExactly(3, 2, 1);
        assertThat(Treatment.inOrder(List.of(1, 2, 3), false)).containsExactly(1, 2, 3);
    }
}
