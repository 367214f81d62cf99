package io.mizan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID COMMAND = new UUID(17, 42);
    private final RetrySchedule schedule = new RetrySchedule(DispatchSettings.DEFAULT.retryPauses());

    @ParameterizedTest(name = "after {0} sendings it waits {1} to {2} ms")
    @CsvSource({
        "1, 1000, 1200",
        "2, 3000, 3600",
        "3, 10000, 12000",
        "4, 30000, 36000",
        "5, 120000, 144000",
        "6, 600000, 720000"
    })
    void it_waits_longer_each_time_with_a_little_jitter(int sends, long least, long most) {
        var wait = Duration.between(
                NOW, schedule.next(COMMAND, sends, Optional.empty(), NOW).orElseThrow());

        assertThat(wait.toMillis()).isBetween(least, most);
    }

    @ParameterizedTest(name = "{1} tries within {0} s")
    @CsvSource({"0, 1", "0.9, 1", "1, 2", "3.9, 2", "4, 3", "14, 4", "44, 5", "164, 6", "764, 7", "99999, 7"})
    void the_time_since_the_first_try_tells_how_many_there_can_have_been(double seconds, int tries) {
        assertThat(schedule.triesWithin(Duration.ofMillis((long) (seconds * 1000))))
                .isEqualTo(tries);
    }

    @Test
    void commands_that_failed_together_come_back_apart() {
        var waits = IntStream.range(0, 100)
                .mapToObj(i -> schedule.next(new UUID(17, i), 6, Optional.empty(), NOW))
                .distinct()
                .count();

        assertThat(waits).isGreaterThan(90);
    }

    @Test
    void it_ends() {
        assertThat(schedule.next(COMMAND, 7, Optional.empty(), NOW)).isEmpty();
    }

    @Test
    void it_obeys_a_gateway_that_asks_for_more() {
        assertThat(schedule.next(COMMAND, 1, Optional.of(Duration.ofSeconds(42)), NOW))
                .contains(NOW.plusSeconds(42));
    }

    @Test
    void it_does_not_hurry_for_a_gateway_that_asks_for_less() {
        assertThat(schedule.next(COMMAND, 4, Optional.of(Duration.ofSeconds(1)), NOW)
                        .orElseThrow())
                .isAfterOrEqualTo(NOW.plusSeconds(30));
    }
}
