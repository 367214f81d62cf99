package io.mizan.simulation;

import static java.util.stream.Collectors.joining;

import io.mizan.chain.Anchoring;
import io.mizan.dispatch.CommandDispatcher;
import io.mizan.intake.InboxWorker;
import io.mizan.reconciliation.ExpireOrders;
import io.mizan.reconciliation.ReconcileAttempts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Those who work what is due, each a queue: what the timers of a server do. */
final class Workers {
    enum Queue {
        INBOX("webhook_event", "due_at"),
        COMMANDS("gateway_command", "due_at"),
        INQUIRIES("payment_attempt", "inquiry_due_at"),
        EXPIRIES("orders", "expiry_due_at");

        private final String table;
        private final String dueColumn;

        Queue(String table, String dueColumn) {
            this.table = table;
            this.dueColumn = dueColumn;
        }

        private String whenDue() {
            return "SELECT '" + name() + "' AS queue, MIN(" + dueColumn + ") AS due FROM " + table;
        }
    }

    private static final String WHEN_DUE =
            Arrays.stream(Queue.values()).map(Queue::whenDue).collect(joining(" UNION ALL "));

    private final Stage stage;
    private final SimulatedClock clock;
    private final Supplier<Beans> beans;
    private final Map<Queue, Instant> nextDue = new EnumMap<>(Queue.class);
    private long changesSeen = -1;

    /** @param beans of the server as it is now */
    Workers(Stage stage, SimulatedClock clock, Supplier<Beans> beans) {
        this.stage = stage;
        this.clock = clock;
        this.beans = beans;
    }

    /** One that finds nothing to do is no event, and has no move. */
    List<Move> moves() {
        return List.of(
                new Move("the inbox is worked", 24, () -> isDue(Queue.INBOX), this::workInbox),
                new Move("commands are sent", 20, () -> isDue(Queue.COMMANDS), this::sendCommands),
                new Move("the provider is asked", 16, () -> isDue(Queue.INQUIRIES), this::inquire),
                new Move("orders expire", 20, () -> isDue(Queue.EXPIRIES), this::expire),
                new Move("heads are anchored", 2, () -> true, this::anchor));
    }

    /** When the first queue has something to do; empty if none ever will. */
    Optional<Instant> nextDue() {
        return whenDue().values().stream().min(Comparator.naturalOrder());
    }

    /** The queues that have something to do now. */
    List<Queue> due() {
        return Arrays.stream(Queue.values()).filter(this::isDue).toList();
    }

    private boolean isDue(Queue queue) {
        var at = whenDue().get(queue);
        return at != null && !at.isAfter(clock.now());
    }

    /** Read anew only if something may have changed. */
    private Map<Queue, Instant> whenDue() {
        if (stage.changes() != changesSeen) {
            changesSeen = stage.changes();
            nextDue.clear();
            stage.rows()
                    .list(WHEN_DUE, row -> Map.entry(Queue.valueOf(row.text("queue")), row.optionalInstant("due")))
                    .forEach(queue -> queue.getValue().ifPresent(at -> nextDue.put(queue.getKey(), at)));
        }
        return nextDue;
    }

    void workAll() {
        Arrays.stream(Queue.values()).forEach(this::work);
    }

    void work(Queue queue) {
        switch (queue) {
            case INBOX -> workInbox();
            case COMMANDS -> sendCommands();
            case INQUIRIES -> inquire();
            case EXPIRIES -> expire();
        }
    }

    void workInbox() {
        var worker = beans.get().get(InboxWorker.class);
        worker.work(worker.claimDue());
    }

    private void sendCommands() {
        var dispatcher = beans.get().get(CommandDispatcher.class);
        dispatcher.claimDue().forEach(dispatcher::sendClaimed);
    }

    private void inquire() {
        var reconciler = beans.get().get(ReconcileAttempts.class);
        reconciler.claimDue().forEach(reconciler::work);
    }

    private void expire() {
        var expiries = beans.get().get(ExpireOrders.class);
        expiries.claimDue().forEach(expiries::work);
    }

    void anchor() {
        beans.get().get(Anchoring.class).anchor();
    }
}
