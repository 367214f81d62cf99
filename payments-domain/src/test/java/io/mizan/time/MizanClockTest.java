package io.mizan.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MizanClockTest {
    private final MizanClock clock =
            new MizanClock(Clock.fixed(Instant.parse("2026-01-01T00:00:00.123456789Z"), ZoneOffset.UTC));

    @Test
    void it_ticks_in_microseconds_so_that_what_is_written_equals_what_is_read() {
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
    }

    @Test
    void it_moves_forward_and_never_back() {
        clock.moveTo(Duration.ofHours(2));
        clock.moveTo(Duration.ofHours(1));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T02:00:00.123456Z"));
    }
}
