package io.mizan.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.sql.Claim;
import io.mizan.sql.DueQueue;
import io.mizan.time.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerTest {
    private static final DueQueue ROWS = new DueQueue("rows", "");
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

    /** A look is a transaction: one that finds nothing would be half of what a single callback costs. */
    @ParameterizedTest
    @CsvSource({"3, 1, 2", "2, 1, 1", "2, 2, 2"})
    void it_looks_again_only_if_there_may_be_more(int rows, int tries, int looks) {
        var first = IntStream.range(0, rows)
                .mapToObj(row -> new Claim(new UUID(7, row), 1, tries))
                .toList();
        var made = new AtomicInteger();
        var queue = new Rows() {
            @Override
            public List<Claim> claimDue() {
                return made.incrementAndGet() == 1 ? first : List.of();
            }

            @Override
            public int batch() {
                return 3;
            }
        };
        var executor = Executors.newSingleThreadExecutor();
        try {
            new Worker(queue, executor, 1, clock).tick();
        } finally {
            executor.shutdownNow();
        }

        assertThat(made).hasValue(looks);
    }

    /** With which nothing goes wrong. */
    private abstract static class Rows implements Queue {
        @Override
        public String name() {
            return "rows";
        }

        @Override
        public DueQueue source() {
            return ROWS;
        }

        @Override
        public int batch() {
            return 1;
        }

        @Override
        public int together() {
            return 1;
        }

        @Override
        public void work(List<Claim> claims) {
            // as it should be
        }
    }

    private static final class InThrees extends Rows {
        private final List<Claim> rows;
        private final java.util.Queue<List<Claim>> worked;

        InThrees(List<Claim> rows, java.util.Queue<List<Claim>> worked) {
            this.rows = rows;
            this.worked = worked;
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
    private static final class OneBatch extends Rows {
        private final List<Claim> rows;
        private final Set<Claim> worked;

        OneBatch(List<Claim> rows, Set<Claim> worked) {
            this.rows = rows;
            this.worked = worked;
        }

        @Override
        public List<Claim> claimDue() {
            return worked.isEmpty() ? rows : List.of();
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
    private final class SlowQueue extends Rows {
        private Worker worker;
        private int batches;

        @Override
        public List<Claim> claimDue() {
            ages.add(worker.sinceLastTick());
            return batches++ < 3 ? List.of(new Claim(new UUID(7, batches), 1, 1)) : List.of();
        }

        @Override
        public void work(List<Claim> claims) {
            clock.pass(SLOW);
        }
    }
}
