package io.mizan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
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
    void whoever_stops_waits_for_what_is_just_being_started_and_nothing_is_started_after_it() throws Exception {
        var begun = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        var starting = new FutureTask<AutoCloseable>(() -> parts.start(() -> {
            begun.countDown();
            mayGoOn.await();
            return () -> stopped.add("server");
        }));
        new Thread(starting).start();
        begun.await();

        var seen = stoppedWhenAnotherHasClosed(mayGoOn);

        assertThat(seen).containsExactly("server");
        assertThatThrownBy(starting::get).hasCauseInstanceOf(LaunchFailure.class);
        assertThatThrownBy(() -> parts.start(() -> () -> stopped.add("late"))).isInstanceOf(LaunchFailure.class);
        assertThat(stopped).containsExactly("server");
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

        var seen = stoppedWhenAnotherHasClosed(mayEnd);

        assertThat(seen).containsExactly("database");
    }

    /** @param obstacle opened only once somebody waits for it */
    private List<String> stoppedWhenAnotherHasClosed(CountDownLatch obstacle) throws InterruptedException {
        var seen = new ArrayList<String>();
        var another = new Thread(() -> {
            parts.close();
            seen.addAll(stopped);
        });
        another.start();
        while (another.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        obstacle.countDown();
        another.join(TimeUnit.SECONDS.toMillis(10));
        return seen;
    }
}
