package io.mizan.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.halt.HaltPoint;
import io.mizan.testbed.MortalSystem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The server dies at each of the points between which a payment is durable in a different way; its successor, which is
 * the next one to die, finishes what was begun.
 */
class CrashIT {
    /** One of them dies at the point; the others are wherever they are. */
    private static final int CUSTOMERS = 3;
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
    @EnumSource
    void a_crash_loses_nothing_and_does_nothing_twice(HaltPoint point) {
        var aftermath = new Aftermath(system);
        var customers = customers();
        customers.forEach(isAboutTheMoney(point) ? PersistentCustomer::startsToPay : PersistentCustomer::places);

        system.arm(point);
        var paying = customers.stream()
                .map(customer -> CompletableFuture.runAsync(customer::pays, everybody))
                .toList();
        system.awaitDeath();
        assertThat(aftermath.violationsNow()).isEmpty();
        system.restart();
        system.pass(LEASES);
        paying.forEach(CompletableFuture::join);

        aftermath.awaitRest(customers);
        assertThat(customers).allSatisfy(aftermath::assertNothingLostAndNothingTwice);
    }

    /** Whether a payment passes the point when its callbacks come; the earlier ones are passed when its page is opened. */
    private static boolean isAboutTheMoney(HaltPoint point) {
        return point.compareTo(HaltPoint.CALLBACK_JUDGED) >= 0;
    }

    private static List<PersistentCustomer> customers() {
        return Stream.generate(() -> new PersistentCustomer(system))
                .limit(CUSTOMERS)
                .toList();
    }
}
