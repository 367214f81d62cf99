package io.mizan.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.time.HandClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final HandClock clock = new HandClock();
    private final CircuitBreaker breaker = new CircuitBreaker(BreakerSettings.DEFAULT, clock);

    @Test
    void a_few_failures_or_some_with_an_answer_between_are_no_outage() {
        fail(4);
        breaker.answered();
        fail(4);

        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.outage()).isEmpty();
    }

    @Test
    void failures_far_apart_are_no_outage() {
        IntStream.range(0, 20).forEach(call -> {
            fail(1);
            pass(Duration.ofSeconds(76));
        });

        assertThat(breaker.outage()).isEmpty();
    }

    @Test
    void five_in_a_row_are_and_nothing_is_let_through_until_the_pause_is_over() {
        fail(5);

        assertThat(breaker.lets()).isFalse();
        assertThat(breaker.outage().orElseThrow().since()).isEqualTo(clock.instant());
        pass(Duration.ofSeconds(29));
        assertThat(breaker.lets()).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.lets()).as("one call is enough to find out").isFalse();
    }

    @Test
    void an_answer_ends_it_at_once() {
        fail(5);
        pass(Duration.ofSeconds(30));
        assertThat(breaker.lets()).isTrue();

        assertThat(breaker.answered()).isTrue();

        assertThat(breaker.lets()).isTrue();
        assertThat(breaker.outage()).isEmpty();
        assertThat(breaker.answered()).isFalse();
    }

    @Test
    void each_call_that_finds_it_away_doubles_the_pause_up_to_the_longest() {
        fail(5);
        for (long pause : new long[] {30, 60, 120, 240, 300, 300}) {
            pass(Duration.ofSeconds(pause - 1));
            assertThat(breaker.lets()).isFalse();
            pass(Duration.ofSeconds(1));
            assertThat(breaker.lets()).isTrue();
            assertThat(breaker.failed(Outage.Cause.UNANSWERED)).as("no news").isFalse();
        }
    }

    @Test
    void what_was_on_its_way_before_does_not_make_the_pause_longer() {
        fail(9);

        pass(Duration.ofSeconds(30));

        assertThat(breaker.lets()).isTrue();
    }

    @Test
    void a_call_that_never_tells_does_not_hold_up_the_next() {
        fail(5);
        pass(Duration.ofSeconds(30));
        assertThat(breaker.lets()).isTrue();

        pass(Duration.ofSeconds(30));

        assertThat(breaker.lets()).isTrue();
    }

    private void fail(int times) {
        IntStream.range(0, times).forEach(call -> breaker.failed(Outage.Cause.UNANSWERED));
    }

    private void pass(Duration time) {
        clock.pass(time);
    }
}
