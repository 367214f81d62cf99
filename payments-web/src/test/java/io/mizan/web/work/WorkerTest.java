package io.mizan.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.sql.Claim;
import io.mizan.time.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private static final Duration SLOW = Duration.ofMinutes(1);

    private final HandClock clock = new HandClock();
    private final List<Duration> ages = new ArrayList<>();

    /** Else a gateway that hangs would make every instance look stuck, and nobody could call or pay at all. */
    @Test
    void a_worker_that_has_much_to_do_is_not_taken_for_stuck() {
        var executor = Executors.newSingleThreadExecutor();
        try {
            var queue = new SlowQueue();
            queue.worker = new Worker(queue, executor, 1, clock);

            queue.worker.tick();

            assertThat(ages).hasSize(4).containsOnly(Duration.ZERO);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void a_row_that_fails_keeps_none_of_its_batch_from_being_worked() {
        var worked = ConcurrentHashMap.<Claim>newKeySet();
        var rows = IntStream.range(0, 40)
                .mapToObj(row -> new Claim(new UUID(7, row), 1, 1))
                .toList();
        var executor = Executors.newFixedThreadPool(3);
        try {
            new Worker(new OneBatch(rows, worked), executor, 4, clock).tick();
        } finally {
            executor.shutdownNow();
        }

        assertThat(worked).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void rows_next_to_one_another_are_worked_together() {
        var parts = new ConcurrentLinkedQueue<List<Claim>>();
        var rows = IntStream.range(0, 7)
                .mapToObj(row -> new Claim(new UUID(7, row), 1, 1))
                .toList();

        var executor = Executors.newSingleThreadExecutor();
        try {
            new Worker(new InThrees(rows, parts), executor, 1, clock).tick();
        } finally {
            executor.shutdownNow();
        }

        assertThat(parts).containsExactly(rows.subList(0, 3), rows.subList(3, 6), rows.subList(6, 7));
    }

    private record InThrees(List<Claim> rows, java.util.Queue<List<Claim>> worked) implements Queue {
        @Override
        public String name() {
            return "in threes";
        }

        @Override
        public List<Claim> claimDue() {
            return worked.isEmpty() ? rows : List.of();
        }

        @Override
        public int together() {
            return 3;
        }

        @Override
        public void work(List<Claim> claims) {
            worked.add(claims);
        }
    }

    /** Every third row fails. */
    private record OneBatch(List<Claim> rows, Set<Claim> worked) implements Queue {
        @Override
        public String name() {
            return "one batch";
        }

        @Override
        public List<Claim> claimDue() {
            return worked.isEmpty() ? rows : List.of();
        }

        @Override
        public int together() {
            return 1;
        }

        @Override
        public void work(List<Claim> claims) {
            var claim = claims.get(0);
            worked.add(claim);
            if (claim.id().getLeastSignificantBits() % 3 == 0) {
                throw new IllegalStateException("this one fails");
            }
        }
    }

    /** Three batches, each of which takes a minute. */
    private final class SlowQueue implements Queue {
        private Worker worker;
        private int batches;

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public List<Claim> claimDue() {
            ages.add(worker.sinceLastTick());
            return batches++ < 3 ? List.of(new Claim(new UUID(7, batches), 1, 1)) : List.of();
        }

        @Override
        public int together() {
            return 1;
        }

        @Override
        public void work(List<Claim> claims) {
            clock.pass(SLOW);
        }
    }
}
