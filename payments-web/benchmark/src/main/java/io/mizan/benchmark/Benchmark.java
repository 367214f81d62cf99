package io.mizan.benchmark;

import io.mizan.database.embedded.EmbeddedMariaDb;
import io.mizan.database.embedded.Schema;
import io.mizan.launcher.Database;
import io.mizan.launcher.Directories;
import io.mizan.launcher.PayaraMicro;
import io.mizan.launcher.Ports;
import io.mizan.launcher.Secret;
import io.mizan.launcher.Secrets;
import io.mizan.launcher.Server;
import io.mizan.launcher.Wiring;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts a system of its own, loads it, prints what it did side by side with the limit, and stops it again. */
public final class Benchmark {

    private static final String PAID = "SELECT count(*) FROM orders WHERE status = 'paid'";
    private static final String WORKED = "SELECT count(*) FROM webhook_event WHERE processed_at IS NOT NULL";
    private static final String UNWORKED = "SELECT count(*) FROM webhook_event WHERE state = 'received'";
    private static final int CALLBACKS_PER_SECOND = 200;
    /** The callbacks of as many payments as go on at the same time by default. */
    private static final int MOST_WAITING = 64;

    private final PrintStream out = System.out;
    private final Path directory = Path.of(System.getProperty("bench.directory"));
    private final int connections = Integer.getInteger("bench.connections");
    private final Duration time = Duration.ofSeconds(Integer.getInteger("bench.seconds"));
    private final Duration warmup = Duration.ofSeconds(Integer.getInteger("bench.warmup"));
    private final Load load = new Load(connections, time);

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        var directory = Path.of(System.getProperty("bench.directory"));
        // What an earlier run left was sealed under a key that is gone, and no server would start on it.
        Directories.delete(directory);
        if (System.getProperty("bench", "load").equals("ticks")) {
            new Ticks(directory).run();
        } else {
            new Benchmark().run();
        }
        System.exit(0);
    }

    private void run() throws Exception {
        var secrets = Secrets.fresh();
        var payments = new Schema("payments", secrets.get(Secret.DATABASE_PASSWORD));
        var sandbox = new Schema("sandbox", secrets.get(Secret.SANDBOX_DATABASE_PASSWORD));
        var wiring = new Wiring(local(), local(), secrets);
        // Else some attempts would be answered with "wait" and leave the call to a worker: another measurement.
        var settings = Map.of("MIZAN_DISPATCH_CONCURRENT_CALLS", String.valueOf(connections));
        var micro = new PayaraMicro(Path.of(System.getProperty("payara.micro.jar")));
        // The database's standard: a commit returns when it is on the disk (innodb_flush_log_at_trx_commit=1).
        try (var database = EmbeddedMariaDb.start(directory.resolve("mariadb"), 0, payments, sandbox);
                var simulators = micro.start(compiling(wiring.simulators(
                        Path.of(System.getProperty("mizan.sandbox.war")),
                        access(database, sandbox),
                        directory.resolve("simulators"))));
                var server = micro.start(compiling(wiring.server(
                                Path.of(System.getProperty("mizan.war")),
                                access(database, payments),
                                directory.resolve("server"))
                        .with(settings)));
                var rows = new Rows(database.url(payments.name()), payments.name(), payments.password(), connections)) {
            simulators.awaitReady();
            server.awaitReady();
            measure(new Merchant(server.url(), simulators.url(), secrets), rows);
        }
    }

    private void measure(Merchant merchant, Rows rows) throws Exception {
        out.println("\nMeasured with " + connections + " connections, " + time.toSeconds() + " s each, on "
                + Runtime.getRuntime().availableProcessors() + " processors with everything on them\n");
        // Until the server has compiled what it uses: on two processors this takes most of its time at first.
        var warming = new Load(connections, warmup.dividedBy(2));
        try (var inbox = new Backlog(rows, UNWORKED, MOST_WAITING)) {
            warming.asFastAsPossible(thread -> paid(merchant, inbox));
        }
        warming.asFastAsPossible(thread -> merchant.callback());
        settle(rows);

        rows.prepareLimit();
        var limit = load.asFastAsPossible(rows::insert);
        say(limit.line("the limit: one insert and one durable commit"));

        var steady = load.atRate(CALLBACKS_PER_SECOND, thread -> merchant.callback());
        say(steady.line("callbacks acknowledged at " + CALLBACKS_PER_SECOND + " /s"));
        settle(rows);

        var callbacks = load.asFastAsPossible(thread -> merchant.callback());
        say(callbacks.line("callbacks acknowledged as fast as possible"));
        say(String.format(
                Locale.ROOT, "%-52s %8.0f %%", "  of the limit", 100 * callbacks.perSecond() / limit.perSecond()));
        long begin = System.nanoTime();
        long worked = rows.count(WORKED);
        settle(rows);
        sayRate("  of those left over, worked", rows.count(WORKED) - worked, begin);

        say(load.asFastAsPossible(thread -> merchant.orderAndAttempt() != null).line("orders with an attempt"));

        begin = System.nanoTime();
        long paid = rows.count(PAID);
        worked = rows.count(WORKED);
        try (var inbox = new Backlog(rows, UNWORKED, MOST_WAITING)) {
            say(load.asFastAsPossible(thread -> paid(merchant, inbox))
                    .line("orders placed, attempted and paid at the provider"));
        }
        settle(rows);
        sayRate("payments from order to captured", rows.count(PAID) - paid, begin);
        sayRate("  callbacks of them through the one door", rows.count(WORKED) - worked, begin);
        say(String.format(Locale.ROOT, "%-52s %8d MB", "memory of the server", megabytesOfServer()));
    }

    /** One more customer comes only if the callbacks of those before are not left behind: what lasts is measured. */
    private static boolean paid(Merchant merchant, Backlog inbox) throws IOException, InterruptedException {
        inbox.awaitRoom();
        return merchant.pay(merchant.orderAndAttempt());
    }

    /** What the operating system keeps in memory for it. */
    private long megabytesOfServer() throws IOException {
        var work = directory.resolve("server").resolve("work").toString();
        var process = ProcessHandle.allProcesses()
                .filter(one -> one.info().command().orElse("").endsWith("java"))
                .filter(one -> one.info().commandLine().orElse("").contains(work))
                .findFirst()
                .orElseThrow();
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            var resident =
                    lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(resident.replaceAll("[^0-9]", "")) / 1024;
        }
    }

    private void sayRate(String what, long count, long since) {
        say(String.format(Locale.ROOT, "%-52s %8.1f /s", what, count / ((System.nanoTime() - since) / 1e9)));
    }

    /** Waits until the inbox has been quiet for a second, so that one measurement does not pay for another's. */
    private static void settle(Rows rows) throws SQLException, InterruptedException {
        long before = -1;
        for (long worked = rows.count(WORKED);
                worked != before || rows.count(UNWORKED) > 0;
                worked = rows.count(WORKED)) {
            before = worked;
            Thread.sleep(500);
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    /** As an operator starts it, with the compiler that makes the fastest code. */
    private static Server compiling(Server server) {
        return new Server(
                server.name(),
                server.war(),
                server.port(),
                server.readyCheck(),
                server.environment(),
                List.of("-Xmx768m", "-XX:+UseSerialGC"),
                server.directory());
    }

    private static Database access(EmbeddedMariaDb database, Schema schema) {
        return new Database(database.url(schema.name()), schema.name(), schema.password());
    }

    private static URI local() {
        return URI.create("http://127.0.0.1:" + Ports.free());
    }
}
