package io.mizan.sql;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Repeats a whole transaction that the database called off for the sake of another one. Stands outside the
 * transactional bean, for inside it the transaction is already lost.
 */
public final class LockConflicts {
    private static final int MOST_TRIES = 5;
    private static final long LONGEST_FIRST_PAUSE_MILLIS = 20;

    private LockConflicts() {}

    /** @throws RuntimeException whatever the last try threw, or at once if it was no conflict of locks */
    public static <T> T retrying(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException failure) {
                if (attempt == MOST_TRIES || !SqlFailure.isLockConflict(failure)) {
                    throw failure;
                }
                pause(attempt);
            }
        }
    }

    public static void retrying(Runnable transaction) {
        retrying(() -> {
            transaction.run();
            return null;
        });
    }

    private static void pause(int attempt) {
        long longest = LONGEST_FIRST_PAUSE_MILLIS << attempt;
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, longest)));
    }
}
