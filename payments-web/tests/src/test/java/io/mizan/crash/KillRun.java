package io.mizan.crash;

import io.mizan.testbed.MortalSystem;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills the server at random moments while customers pay and the gateway misbehaves, and holds what is left against every
 * promise. The seed decides when it dies, what the customers do and how the gateway misbehaves; how far each of them got by
 * then is the machine's.
 */
public final class KillRun {
    /** Longer than any lease, so that the successor takes over at once. */
    private static final Duration LEASES = Duration.ofSeconds(90);

    private static final int SHORTEST_LIFE_MILLIS = 300;
    private static final int LONGEST_LIFE_MILLIS = 6_000;
    private static final int REST_MINUTES = 6;

    private final PrintStream out = System.out;
    private final int kills = Integer.getInteger("kills", 20);
    private final int customersAtOnce = Integer.getInteger("customers", 6);
    private final long seed = Long.getLong("seed", System.currentTimeMillis() % 1_000_000);
    private final Random deaths = new Random(seed);
    private final Random arrivals = new Random(~seed);
    private final Queue<PersistentCustomer> customers = new ConcurrentLinkedQueue<>();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger going = new AtomicInteger();
    private volatile boolean closing;

    private KillRun() {}

    public static void main(String[] arguments) {
        boolean kept = false;
        try {
            TestBed.open();
            kept = new KillRun().run();
        } catch (RuntimeException | Error | InterruptedException failure) {
            System.err.println("The run ended early: " + failure);
        } finally {
            TestBed.close();
        }
        System.exit(kept ? 0 : 1); // whoever still waits for an answer must not hold us
    }

    private boolean run() throws InterruptedException {
        say("\n" + kills + " kills, " + customersAtOnce + " customers at once, -Dseed=" + seed + "\n");
        try (var system = MortalSystem.start("kill")) {
            var aftermath = new Aftermath(system);
            var everybody = Executors.newCachedThreadPool();
            var shop = CompletableFuture.runAsync(() -> keepTheShop(system, everybody), everybody);
            say("  kill   lived   begun    paid   on their way   back after   violations");
            for (int kill = 1; kill <= kills; kill++) {
                killOnce(kill, system, aftermath);
            }
            closing = true;
            shop.join();
            everybody.shutdown();
            if (!everybody.awaitTermination(REST_MINUTES, TimeUnit.MINUTES)) {
                everybody.shutdownNow();
                violations.add("some customers were never served");
            }
            judge(aftermath);
        }
        return tellTheEnd();
    }

    private void killOnce(int kill, MortalSystem system, Aftermath aftermath) throws InterruptedException {
        int life = SHORTEST_LIFE_MILLIS + deaths.nextInt(LONGEST_LIFE_MILLIS - SHORTEST_LIFE_MILLIS);
        Thread.sleep(life);
        system.kill();
        int before = violations.size();
        violations.addAll(aftermath.violationsNow());
        long paid = customers.stream().filter(PersistentCustomer::hasPaid).count();
        long killedAt = System.nanoTime();
        system.restart();
        double back = (System.nanoTime() - killedAt) / 1e9;
        system.pass(LEASES);
        say(String.format(
                Locale.ROOT,
                "%6d %5d ms %7d %7d %14d %10.1f s %12d",
                kill,
                life,
                customers.size(),
                paid,
                going.get(),
                back,
                violations.size() - before));
    }

    /** Bounded: a customer comes when another has gone. */
    private void keepTheShop(MortalSystem system, ExecutorService everybody) {
        var places = new Semaphore(customersAtOnce);
        while (!closing) {
            places.acquireUninterruptibly();
            var manners = new Random(arrivals.nextLong());
            everybody.execute(() -> {
                going.incrementAndGet();
                serve(new PersistentCustomer(system), manners);
                going.decrementAndGet();
                places.release();
            });
        }
    }

    private void serve(PersistentCustomer customer, Random manners) {
        try {
            customer.places();
            customers.add(customer);
            if (manners.nextBoolean()) {
                customer.when(misbehaviour(manners));
            }
            if (manners.nextInt(4) == 0) {
                customer.paysAtLast();
            } else {
                customer.pays();
            }
        } catch (RuntimeException | AssertionError failure) {
            violations.add("a customer was not served: " + failure.getMessage());
        }
    }

    private static JsonObject misbehaviour(Random manners) {
        var kinds = List.of(
                rule("twice"),
                rule("reversed"),
                rule("late", "seconds", 20),
                rule("never"),
                rule("forged"),
                call("server_error", 1),
                call("rate_limited", 2),
                call("time_out_before", 9),
                call("time_out_after", 9));
        return kinds.get(manners.nextInt(kinds.size()));
    }

    private static JsonObject rule(String kind) {
        return Json.createObjectBuilder().add("kind", kind).build();
    }

    private static JsonObject rule(String kind, String setting, int value) {
        return Json.createObjectBuilder(rule(kind)).add(setting, value).build();
    }

    private static JsonObject call(String kind, int seconds) {
        return Json.createObjectBuilder(rule(kind, "seconds", seconds))
                .add("operation", "create_session")
                .build();
    }

    /** Once everything has come to rest. */
    private void judge(Aftermath aftermath) {
        try {
            aftermath.awaitRest(customers);
        } catch (AssertionError restless) {
            violations.add(restless.getMessage());
        }
        for (var customer : customers) {
            try {
                aftermath.assertNothingLostAndNothingTwice(customer);
            } catch (AssertionError broken) {
                violations.add(broken.getMessage());
            }
        }
    }

    private boolean tellTheEnd() {
        say("\n" + customers.size() + " orders, "
                + (violations.isEmpty() ? "each paid once and nothing lost" : violations.size() + " promises broken"));
        violations.forEach(violation -> say("  " + violation));
        if (!violations.isEmpty()) {
            say("Again: ./mvnw -Pkill -Dkills=" + kills + " -Dcustomers=" + customersAtOnce + " -Dseed=" + seed);
        }
        return violations.isEmpty();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
