package io.mizan.simulation;

import java.util.List;
import java.util.Random;

/** All that a play leaves to chance, drawn from one seed: the same seed throws the same. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean fall(double probability) {
        return random.nextDouble() < probability;
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    boolean toss() {
        return random.nextBoolean();
    }

    /** @return 0 or more, less than the bound */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** For somebody who throws for themselves. */
    Random others() {
        return new Random(random.nextLong());
    }
}
