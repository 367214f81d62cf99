package io.mizan.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.halt.HaltPoint;
import io.mizan.testbed.MortalSystem;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server dies at each of the points between which a payment is durable in a different way; its successor, which is
 * the next one to die, finishes what was begun. One death serves all points that different threads pass: each holds one
 * payment when it comes.
 */
class CrashIT {
    /** Passed while a page is opened, each by the request of another customer. */
    private static final Set<HaltPoint> OPENING = EnumSet.range(HaltPoint.ATTEMPT_PLANNED, HaltPoint.ANSWER_READ);
    /** Passed by the callbacks of a payment before anything of them counts, each by another thread. */
    private static final Set<HaltPoint> CALLED_BACK =
            EnumSet.range(HaltPoint.CALLBACK_JUDGED, HaltPoint.CALLBACK_CLAIMED);

    private static final int PAYING = 3;
    /** Longer than any lease, so that the successor takes over at once. */
    private static final Duration LEASES = Duration.ofSeconds(90);

    private static MortalSystem system;
    private static ExecutorService everybody;

    @BeforeAll
    static void start() {
        system = MortalSystem.start("crash");
        everybody = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void stop() {
        everybody.shutdownNow();
        system.close();
    }

    /** Invariants 3, 4, 6, 7 and 14. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("deaths")
    void a_crash_loses_nothing_and_does_nothing_twice(Set<HaltPoint> points) {
        var aftermath = new Aftermath(system);
        var opening = customers(points.containsAll(OPENING) ? OPENING.size() : 0);
        var paying = customers(PAYING);
        opening.forEach(PersistentCustomer::places);
        paying.forEach(PersistentCustomer::startsToPay);
        var customers = Stream.concat(opening.stream(), paying.stream()).toList();

        system.arm(points);
        var finishing = customers.stream()
                .map(customer -> CompletableFuture.runAsync(customer::pays, everybody))
                .toList();
        system.awaitDeath();
        assertThat(aftermath.violationsNow()).isEmpty();
        system.restart();
        system.pass(LEASES);
        finishing.forEach(CompletableFuture::join);

        aftermath.awaitRest(customers);
        assertThat(customers).allSatisfy(aftermath::assertNothingLostAndNothingTwice);
    }

    /** A callback is worked by one thread at a time here, so those points at which that thread dies need deaths of their own. */
    static Stream<Set<HaltPoint>> deaths() {
        var together = EnumSet.copyOf(OPENING);
        together.addAll(CALLED_BACK);
        return Stream.concat(
                Stream.of(together), EnumSet.complementOf(together).stream().map(EnumSet::of));
    }

    private static List<PersistentCustomer> customers(int count) {
        return Stream.generate(() -> new PersistentCustomer(system))
                .limit(count)
                .toList();
    }
}
