package io.mizan.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What stands against a start, found step by step and told at once: nobody should have to start again for each. */
final class Faults {

    private final List<String> sentences = new ArrayList<>();

    /** Tries a step; absent if it failed, and what comes of that is noted here. */
    <T> Optional<T> tried(Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (LaunchFailure fault) {
            sentences.add(fault.getMessage());
            return Optional.empty();
        }
    }

    void check(Runnable requirement) {
        tried(() -> {
            requirement.run();
            return true;
        });
    }

    /** @throws LaunchFailure with a line for each fault */
    void throwIfAny() {
        if (!sentences.isEmpty()) {
            throw new LaunchFailure(
                    String.join("\n", sentences.stream().distinct().toList()));
        }
    }
}
