package io.mizan.testbed;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens in the background: asks again and again, and fails with what it was waiting for. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 250;
    /** Who has waited for long waits a little longer: each question costs processor time that the answer needs. */
    private static final int PART_OF_THE_WAIT = 10;

    private Await() {}

    /** Returns the first value that shows up within half a minute. */
    public static <T> T until(String what, Supplier<Optional<T>> question) {
        return until(what, PATIENCE, question);
    }

    /** Returns the first value that shows up in time. */
    public static <T> T until(String what, Duration patience, Supplier<Optional<T>> question) {
        long start = System.nanoTime();
        long end = start + patience.toNanos();
        do {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            pause(Duration.ofNanos(System.nanoTime() - start));
        } while (System.nanoTime() < end);
        throw new AssertionError("Did not happen within " + patience.toSeconds() + " seconds: " + what);
    }

    /** Returns as soon as the condition holds; that must be within half a minute. */
    public static void that(String what, BooleanSupplier condition) {
        that(what, PATIENCE, condition);
    }

    /** Returns as soon as the condition holds. */
    public static void that(String what, Duration patience, BooleanSupplier condition) {
        until(what, patience, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    private static void pause(Duration waited) {
        try {
            Thread.sleep(
                    Math.min(LONGEST_PAUSE_MILLIS, Math.max(FIRST_PAUSE_MILLIS, waited.toMillis() / PART_OF_THE_WAIT)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
