package io.mizan.invariant;

import io.mizan.chain.ChainFault;
import io.mizan.chain.ChainVerifier;
import io.mizan.id.OrderId;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Holds the rows of a database against the invariants. It only reads, and may read a running system: each order is seen
 * as of one moment, and {@link When#ALWAYS} asks for nothing that work in progress could contradict.
 */
public final class InvariantChecker {
    private static final UUID LOWEST_ID = new UUID(0, 0);
    private static final int PAGE = 200;
    private static final String STAFF = "staff/";

    private final DataSource database;
    private final Vault vault;
    private final Clock clock;

    /**
     * @param database no transaction is open on its connections; each look takes one and gives it back
     * @param vault of the deployment, whose key authenticates the anchors
     * @param clock of the deployment
     */
    public InvariantChecker(DataSource database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** How much was looked at, and how much of it was wrong. */
    public record Total(long orders, long events, long chainEntries, long violations) {}

    /** Looks at one order with everything that belongs to it. Nothing is wrong with an order that is not there. */
    public List<Violation> order(OrderId id, When when) {
        return Sql.asOfOneMoment(database, sql -> {
            var found = new ArrayList<>(rowsOf(sql, id, when));
            new ChainVerifier(sql, vault).order(id).faults().forEach(fault -> found.add(broken(fault)));
            return found;
        });
    }

    /** Looks at the rows of one order alone: whether they are what its facts amount to, its chain apart. */
    public List<Violation> rows(OrderId id, When when) {
        return Sql.asOfOneMoment(database, sql -> rowsOf(sql, id, when));
    }

    /** Looks at everything, however long it takes, and tells each violation as it is found. */
    public Total everything(When when, Consumer<Violation> told) {
        var violations = new AtomicLong();
        Consumer<Violation> counted = violation -> {
            violations.incrementAndGet();
            told.accept(violation);
        };
        long orders = 0;
        var page = orders(LOWEST_ID);
        while (!page.isEmpty()) {
            for (var id : page) {
                var order = new OrderId(id);
                Sql.asOfOneMoment(database, sql -> rowsOf(sql, order, when)).forEach(counted);
            }
            orders += page.size();
            page = orders(page.get(page.size() - 1));
        }
        long events = outsideOrders(when, counted);
        var chains =
                new ChainVerifier(Sql.withoutTransactions(database), vault).all(fault -> counted.accept(broken(fault)));
        return new Total(orders, events, chains.entries(), violations.get());
    }

    /** Looks at stored callbacks, also those of no order. @return how many there are */
    public long outsideOrders(When when, Consumer<Violation> told) {
        return Sql.asOfOneMoment(database, sql -> new QueueChecks(sql, clock.instant()).events(when, told));
    }

    private List<Violation> rowsOf(Sql sql, OrderId id, When when) {
        return StoredOrder.read(sql, id)
                .map(order ->
                        when == When.ALWAYS ? OrderChecks.always(order) : OrderChecks.atRest(order, clock.instant()))
                .orElse(List.of());
    }

    private List<UUID> orders(UUID after) {
        return Sql.withoutTransactions(database)
                .list("SELECT id FROM orders WHERE id > ? ORDER BY id LIMIT " + PAGE, row -> row.id("id"), after);
    }

    /** The acts of staff are chained for the sake of those who are accused; everything else for the sake of the money. */
    private static Violation broken(ChainFault fault) {
        int invariant = fault.subject().startsWith(STAFF) ? 13 : 11;
        return Violation.of(invariant, fault);
    }
}
