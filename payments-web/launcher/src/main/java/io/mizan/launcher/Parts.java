package io.mizan.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What runs, to be stopped in the reverse order: the last started first. */
final class Parts implements AutoCloseable {
    private final Object stoppingLock = new Object();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private boolean stopping;

    /** Notes what must be stopped; what comes up while we already stop is stopped at once. */
    <T extends AutoCloseable> T keep(T started) {
        synchronized (running) {
            if (!stopping) {
                running.push(started);
                return started;
            }
        }
        closeQuietly(started);
        throw new LaunchFailure("Stopped while starting.");
    }

    boolean areRunning() {
        synchronized (running) {
            return !running.isEmpty();
        }
    }

    /**
     * Returns when everything has stopped, also for whoever comes second: on Ctrl-C the parts get the signal too, so that
     * one thread may be stopping because a part has ended while the other is all that keeps this process from ending.
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
