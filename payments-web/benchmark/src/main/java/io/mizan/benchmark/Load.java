package io.mizan.benchmark;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Repeats a call from a number of threads for a time. */
final class Load {

    private static final int DIGITS = 3;

    private final int threads;
    private final Duration time;

    Load(int threads, Duration time) {
        this.threads = threads;
        this.time = time;
    }

    /** One call by one of the threads; throws or answers false if it failed. */
    @FunctionalInterface
    interface Call {
        boolean now(int thread) throws Exception;
    }

    /** Each thread calls again as soon as it was answered: how much can be done. */
    Measured asFastAsPossible(Call call) throws InterruptedException {
        return run((thread, end, results) -> {
            for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
                results.note(call, thread, start);
            }
        });
    }

    /**
     * Calls at a fixed rate, whether or not earlier ones were answered: how long somebody waits who does not wait for
     * others. A call that starts late because all threads are busy is counted from when it was due.
     */
    Measured atRate(int perSecond, Call call) throws InterruptedException {
        long begin = System.nanoTime();
        long pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
        var next = new AtomicLong();
        return run((thread, end, results) -> {
            for (long due = begin + next.getAndIncrement() * pause;
                    due < end;
                    due = begin + next.getAndIncrement() * pause) {
                for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                results.note(call, thread, due);
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        void until(int thread, long end, Results results);
    }

    private static final class Results {
        private final Histogram micros = new ConcurrentHistogram(DIGITS);
        private final AtomicLong failed = new AtomicLong();

        void note(Call call, int thread, long since) {
            try {
                if (call.now(thread)) {
                    micros.recordValue(Math.max(0, (System.nanoTime() - since) / 1000));
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                if (failed.get() == 0) {
                    System.err.println("The first that failed: " + e);
                }
            }
            failed.incrementAndGet();
        }
    }

    private Measured run(Work work) throws InterruptedException {
        var results = new Results();
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            executor.execute(() -> work.until(number, end, results));
        }
        executor.shutdown();
        if (!executor.awaitTermination(time.toSeconds() * 2 + 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Calls did not end");
        }
        return new Measured(results.micros, results.failed.get(), Duration.ofNanos(System.nanoTime() - begin));
    }
}
