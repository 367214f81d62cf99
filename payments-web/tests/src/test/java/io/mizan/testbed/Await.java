package io.mizan.testbed;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens in the background: asks again and again, and fails with what it was waiting for. */
public final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);

    private Await() {}

    /** Returns the first value that shows up. */
    public static <T> T until(String what, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            pause();
        } while (System.nanoTime() < end);
        throw new AssertionError("Did not happen within " + PATIENCE.toSeconds() + " seconds: " + what);
    }

    /** Returns as soon as the condition holds. */
    public static void that(String what, BooleanSupplier condition) {
        until(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
