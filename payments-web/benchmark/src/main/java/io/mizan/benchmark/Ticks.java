package io.mizan.benchmark;

import io.mizan.chain.Anchoring;
import io.mizan.chain.ChainChecks;
import io.mizan.command.Commands;
import io.mizan.database.Migrations;
import io.mizan.database.embedded.EmbeddedMariaDb;
import io.mizan.database.embedded.Schema;
import io.mizan.erasure.Erasures;
import io.mizan.inbox.WebhookInbox;
import io.mizan.launcher.Secret;
import io.mizan.launcher.Secrets;
import io.mizan.reconciliation.DueRows;
import io.mizan.reconciliation.ReconciliationSettings;
import io.mizan.secrets.Vault;
import io.mizan.sql.DueQueue;
import io.mizan.sql.Sql;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows that the work of a timer's tick does not grow with finished orders: the workers' own look for what is due, with
 * 10,000 finished orders and with 1,000,000, and how many rows the database touched for it.
 */
final class Ticks {
    private static final List<Integer> ORDERS = List.of(10_000, 1_000_000);
    private static final int MOST = 50;
    private static final int TIMES = 20;
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final PrintStream out = System.out;
    private final Path directory;

    Ticks(Path directory) {
        this.directory = directory;
    }

    /** What a look for work cost: rows that the storage engine read, the same each time, and the median of its times. */
    private record Cost(long rowsTouched, long micros) {}

    void run() throws Exception {
        var payments = new Schema("ticks", Secrets.fresh().get(Secret.DATABASE_PASSWORD));
        try (var database = EmbeddedMariaDb.start(directory.resolve("mariadb"), 0, payments);
                var connections =
                        new OneConnection(database.url(payments.name()), payments.name(), payments.password())) {
            new Migrations(connections.unshared()).update();
            var costs = new LinkedHashMap<String, List<Cost>>();
            var finished = new FinishedOrders(connections.get());
            finished.begin();
            for (int orders : ORDERS) {
                finished.fillUpTo(orders);
                measure(connections, costs);
            }
            print(costs);
        }
    }

    private static void measure(OneConnection connections, Map<String, List<Cost>> costs) throws SQLException {
        for (var look : looks(Sql.withoutTransactions(connections.shared())).entrySet()) {
            costs.computeIfAbsent(look.getKey(), name -> new ArrayList<>()).add(cost(connections, look.getValue()));
        }
    }

    /** The look of each second, what follows for a queue that has something due, and that of the anchors. */
    private static Map<String, Runnable> looks(Sql sql) {
        var clock = Clock.systemUTC();
        var due = new DueRows(sql, clock, ReconciliationSettings.DEFAULT);
        var looks = new LinkedHashMap<String, Runnable>();
        var queues = List.of(
                WebhookInbox.QUEUE,
                Commands.QUEUE,
                DueRows.INQUIRIES,
                DueRows.EXPIRIES,
                ChainChecks.QUEUE,
                Erasures.QUEUE);
        looks.put("all of them", () -> DueQueue.due(sql, queues, clock.instant()));
        looks.put("events", () -> new WebhookInbox(sql, null, null, clock).claimDue(MOST, LEASE));
        looks.put("commands", () -> new Commands(sql, null, clock).claimDue(MOST, LEASE));
        looks.put("inquiries", due::claimInquiries);
        looks.put("expiries", due::claimExpiries);
        looks.put("chain checks", () -> new ChainChecks(sql, null, order -> true, null, clock).claimDue());
        looks.put("erasures", () -> new Erasures(sql, null, null, null, null, clock).claimDue());
        looks.put("anchors", () -> new Anchoring(sql, (Vault) null, clock).anchor());
        return looks;
    }

    private static Cost cost(OneConnection connections, Runnable look) throws SQLException {
        look.run(); // opens its tables
        long start = connections.rowsTouched();
        long before = connections.rowsTouched();
        look.run();
        long touched = connections.rowsTouched() - before - (before - start);
        var micros = new ArrayList<Long>();
        for (int time = 0; time < TIMES; time++) {
            long begin = System.nanoTime();
            look.run();
            micros.add((System.nanoTime() - begin) / 1000);
        }
        return new Cost(
                touched, micros.stream().sorted().skip(TIMES / 2).findFirst().orElseThrow());
    }

    private void print(Map<String, List<Cost>> costs) {
        out.println(
                "\nA timer's look for work: index and row reads of the database (Handler_read%), and the median time\n");
        out.println(line("finished orders", ORDERS.stream().map(String::valueOf).toList()));
        costs.forEach((queue, seen) -> out.println(line(
                queue,
                seen.stream()
                        .map(cost -> cost.rowsTouched() + " reads, " + cost.micros() + " us")
                        .toList())));
    }

    private static String line(String name, List<String> columns) {
        var line = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
        columns.forEach(column -> line.append(String.format(Locale.ROOT, "%24s", column)));
        return line.toString();
    }
}
