package io.mizan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final Parts parts = new Parts();
    private final List<String> stopped = new ArrayList<>();

    @Test
    void the_last_started_stops_first_and_one_that_fails_holds_up_nobody() {
        parts.keep(() -> stopped.add("database"));
        parts.keep(() -> {
            throw new IllegalStateException("stuck");
        });
        parts.keep(() -> stopped.add("server"));

        parts.close();
        parts.close();

        assertThat(stopped).containsExactly("server", "database");
    }

    @Test
    void what_comes_up_while_we_stop_is_stopped_at_once() {
        parts.close();

        assertThatThrownBy(() -> parts.keep(() -> stopped.add("late"))).isInstanceOf(LaunchFailure.class);
        assertThat(stopped).containsExactly("late");
    }

    @Test
    void whoever_comes_second_waits_until_everything_has_stopped() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        parts.keep(() -> {
            begun.countDown();
            mayEnd.await();
            stopped.add("database");
        });
        var first = new Thread(parts::close);
        first.start();
        begun.await();
        var seen = new ArrayList<String>();
        var second = new Thread(() -> {
            parts.close();
            seen.addAll(stopped);
        });
        second.start();
        while (second.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }

        mayEnd.countDown();
        second.join(TimeUnit.SECONDS.toMillis(10));

        assertThat(seen).containsExactly("database");
    }
}
