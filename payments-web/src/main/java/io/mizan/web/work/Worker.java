package io.mizan.web.work;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;

import io.mizan.sql.Claim;
import io.mizan.sql.DueQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Empties one queue: batch after batch, the rows of a batch side by side on a bounded number of threads, until nothing is due or the
 * tick has had its share. One tick at a time on this instance; a wish that comes in between makes it look once more.
 */
final class Worker {
    private static final System.Logger LOG = System.getLogger("mizan.work");
    private static final int MOST_BATCHES = 50;

    private final Queue queue;
    private final ExecutorService executor;
    private final int parallel;
    private final Clock realTime;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicReference<Instant> lastCompleted;

    Worker(Queue queue, ExecutorService executor, int parallel, Clock realTime) {
        this.queue = queue;
        this.executor = executor;
        this.parallel = parallel;
        this.realTime = realTime;
        this.lastCompleted = new AtomicReference<>(realTime.instant());
    }

    String name() {
        return queue.name();
    }

    /** How long ago a tick, or a batch of a longer one, last came to its end. */
    Duration sinceLastTick() {
        return Duration.between(lastCompleted.get(), realTime.instant());
    }

    DueQueue source() {
        return queue.source();
    }

    /** Nothing is due: that is as good as a tick that finds nothing. */
    void rest() {
        if (!busy.get()) {
            lastCompleted.set(realTime.instant());
        }
    }

    /** Looks for work soon, on a thread of the executor. */
    void nudge() {
        wanted.set(true);
        if (!busy.get()) {
            try {
                executor.execute(this::tick);
            } catch (RejectedExecutionException full) {
                LOG.log(DEBUG, "event=work.nudge_dropped queue={0}", queue.name());
            }
        }
    }

    /** Works until nothing is due. Never throws, not even an error: whoever asks for it does not wait for it. */
    void tick() {
        if (!busy.compareAndSet(false, true)) {
            wanted.set(true);
            return;
        }
        try {
            do {
                wanted.set(false);
                drain();
            } while (wanted.get());
            lastCompleted.set(realTime.instant());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            LOG.log(ERROR, "event=work.tick_failed queue=" + queue.name(), failure);
        } finally {
            busy.set(false);
        }
    }

    private void drain() throws InterruptedException {
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            var claims = queue.claimDue();
            if (claims.isEmpty()) {
                return;
            }
            workSideBySide(claims);
            lastCompleted.set(realTime.instant());
            if (isLast(claims)) {
                return;
            }
        }
    }

    /**
     * Room was left for more; but what was tried before may have been claimed without what else is due. Should more be due all
     * the same, the next look finds it, a second later.
     */
    private boolean isLast(List<Claim> claims) {
        return claims.size() < queue.batch() && claims.stream().allMatch(claim -> claim.attempts() <= 1);
    }

    /**
     * This thread is one of those that share the batch. The others are asked for once a batch and not once a row, because
     * the container looks up what a thread must know each time.
     */
    private void workSideBySide(List<Claim> claims) throws InterruptedException {
        var waiting = new ConcurrentLinkedQueue<>(together(claims));
        var helpers = new ArrayList<Future<?>>();
        int threads = Math.min(parallel, waiting.size());
        for (int thread = 1; thread < threads; thread++) {
            try {
                helpers.add(executor.submit(() -> workUntilEmpty(waiting)));
            } catch (RejectedExecutionException full) {
                break; // with fewer, then
            }
        }
        workUntilEmpty(waiting);
        for (var helper : helpers) {
            try {
                helper.get();
            } catch (ExecutionException failure) {
                LOG.log(ERROR, "event=work.failed queue=" + queue.name(), failure.getCause());
            }
        }
    }

    private List<List<Claim>> together(List<Claim> claims) {
        var parts = new ArrayList<List<Claim>>();
        for (int from = 0; from < claims.size(); from += queue.together()) {
            parts.add(claims.subList(from, Math.min(from + queue.together(), claims.size())));
        }
        return parts;
    }

    private void workUntilEmpty(java.util.Queue<List<Claim>> waiting) {
        for (var claims = waiting.poll(); claims != null; claims = waiting.poll()) {
            try {
                queue.work(claims);
            } catch (RuntimeException | Error failure) {
                LOG.log(ERROR, "event=work.failed queue=" + queue.name(), failure);
            }
        }
    }
}
