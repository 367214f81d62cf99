package io.mizan.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SamplerTest {
    @Test
    void one_is_let_through_in_each_while_and_tells_how_many_were_not() {
        var now = new AtomicLong(Long.MAX_VALUE - 5); // the clock may wrap around
        var sampler = new Sampler(Duration.ofNanos(10), now::get);

        assertThat(sampler.take()).hasValue(0);
        assertThat(sampler.take()).isEmpty();
        assertThat(sampler.take()).isEmpty();
        now.addAndGet(10);
        assertThat(sampler.take()).hasValue(2);
    }
}
