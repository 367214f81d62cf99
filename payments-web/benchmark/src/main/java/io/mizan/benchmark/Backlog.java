package io.mizan.benchmark;

import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How many rows wait to be worked, looked at 20 times a second; whoever would add to them waits while there are many. */
final class Backlog implements AutoCloseable {
    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private final Rows rows;
    private final String waiting;
    private final long most;
    private final ExecutorService looking = Executors.newSingleThreadExecutor();
    private volatile boolean full;

    /** @param waiting counts the rows; nobody else uses {@code rows} meanwhile */
    Backlog(Rows rows, String waiting, long most) {
        this.rows = rows;
        this.waiting = waiting;
        this.most = most;
        looking.execute(this::look);
    }

    /** Returns at once if few wait. */
    void awaitRoom() {
        while (full) {
            pause();
        }
    }

    private void look() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                full = rows.count(waiting) > most;
                pause();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The backlog cannot be read", e);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_LOOKS_MILLIS));
    }

    @Override
    public void close() {
        looking.shutdownNow();
        try {
            if (!looking.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("The look at the backlog does not end");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
