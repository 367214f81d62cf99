package io.mizan.simulation;

import io.mizan.id.Ids;
import java.util.Random;
import java.util.UUID;

/** Ids that are the same for the same seed. */
final class SeededIds extends Ids {
    private final SimulatedClock clock;
    private final Random random;

    SeededIds(SimulatedClock clock, Random random) {
        super(clock);
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long high = (clock.now().toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
        return new UUID(high, (random.nextLong() >>> 2) | Long.MIN_VALUE);
    }
}
