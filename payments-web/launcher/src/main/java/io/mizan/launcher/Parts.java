package io.mizan.launcher;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What runs, to be stopped in the reverse order: the last started first. */
final class Parts implements AutoCloseable {
    private static final String STOPPED = "Stopped while starting.";

    private final Object stoppingLock = new Object();
    private final Object startingLock = new Object();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean stopping;

    /** Brings up what must be stopped later. */
    interface Start<T extends AutoCloseable> {
        T now() throws IOException, InterruptedException;
    }

    /**
     * Starts a part, one at a time; whoever stops everything meanwhile waits for it.
     *
     * @throws LaunchFailure if we stop: then nothing was started, or was stopped again
     */
    <T extends AutoCloseable> T start(Start<T> part) throws IOException, InterruptedException {
        synchronized (startingLock) {
            if (isStopping()) {
                throw new LaunchFailure(STOPPED);
            }
            return keep(part.now());
        }
    }

    /** Notes what must be stopped; what comes up while we already stop is stopped at once. */
    <T extends AutoCloseable> T keep(T started) {
        synchronized (running) {
            if (!stopping) {
                running.push(started);
                return started;
            }
        }
        closeQuietly(started);
        throw new LaunchFailure(STOPPED);
    }

    private boolean isStopping() {
        synchronized (running) {
            return stopping;
        }
    }

    boolean areRunning() {
        synchronized (running) {
            return !running.isEmpty();
        }
    }

    /**
     * Returns when everything has stopped, also for whoever comes second: on Ctrl-C the parts get the signal too, so that
     * one thread may be stopping because a part has ended while the other is all that keeps this process from ending. What
     * is just being started is waited for; it stops by itself.
     */
    @Override
    public void close() {
        synchronized (stoppingLock) {
            List<AutoCloseable> latestFirst;
            synchronized (running) {
                stopping = true;
                latestFirst = List.copyOf(running);
                running.clear();
            }
            latestFirst.forEach(Parts::closeQuietly);
            synchronized (startingLock) {
                // What was being started has seen by now that we stop, and is gone.
            }
        }
    }

    private static void closeQuietly(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            System.err.println("While stopping: " + e);
        }
    }
}
