package io.mizan.web.invariant;

import io.mizan.id.OrderId;
import io.mizan.invariant.InvariantChecker;
import io.mizan.invariant.When;
import io.mizan.sql.Sql;
import io.mizan.time.MizanClock;
import io.mizan.time.SandboxTime;
import io.mizan.web.command.OperatorCommand;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Holds the rows of a database against the invariants ({@code docs/invariants.md}) without a server, and changes nothing.
 * Arguments: ids of orders, or none for everything; {@code --at-rest} asks also for what is true only once the servers have
 * nothing left to do. Each violation is a line; it ends with status 0 if there is none, 1 if there is one, and 2 if it could
 * not look.
 */
public final class VerifyInvariants {
    private static final String AT_REST = "--at-rest";

    private VerifyInvariants() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    /** @return the status to end with */
    public static int run(List<String> arguments, Map<String, String> settings, PrintStream out, PrintStream err) {
        return OperatorCommand.run(settings, err, (database, vault) -> {
            var named = new ArrayList<>(arguments);
            var when = named.remove(AT_REST) ? When.AT_REST : When.ALWAYS;
            var orders = named.stream().map(OrderId::fromString).toList();
            var checker = new InvariantChecker(database, vault, clock(database));
            return orders.isEmpty() ? everything(checker, when, out) : these(checker, orders, when, out);
        });
    }

    private static int everything(InvariantChecker checker, When when, PrintStream out) {
        var total = checker.everything(when, out::println);
        out.printf(
                "%d orders, %d callbacks, %d entries of chains: %s%n",
                total.orders(), total.events(), total.chainEntries(), verdict(total.violations()));
        return status(total.violations());
    }

    private static int these(InvariantChecker checker, List<OrderId> orders, When when, PrintStream out) {
        long violations = 0;
        for (var order : orders) {
            var found = checker.order(order, when);
            found.forEach(out::println);
            violations += found.size();
        }
        out.printf("%d orders: %s%n", orders.size(), verdict(violations));
        return status(violations);
    }

    private static String verdict(long violations) {
        return violations == 0 ? "every invariant holds" : violations + " violations";
    }

    private static int status(long violations) {
        return violations == 0 ? OperatorCommand.GOOD : OperatorCommand.BROKEN;
    }

    /** What is due depends on how far the clock of a sandbox was moved. */
    private static Clock clock(DataSource database) {
        var clock = new MizanClock(Clock.systemUTC());
        new SandboxTime(Sql.withoutTransactions(database), clock).read();
        return clock;
    }
}
