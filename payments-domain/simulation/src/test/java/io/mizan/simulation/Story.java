package io.mizan.simulation;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.Cases;
import io.mizan.checkout.StartAttempt;
import io.mizan.checkout.StartAttemptCommand;
import io.mizan.command.Commands;
import io.mizan.command.GatewayCommand;
import io.mizan.customer.CustomerDetails;
import io.mizan.dispatch.CommandDispatcher;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.Operation;
import io.mizan.id.CaseId;
import io.mizan.id.OrderId;
import io.mizan.intake.InboxWorker;
import io.mizan.money.Money;
import io.mizan.order.OrderItem;
import io.mizan.order.OrderStatus;
import io.mizan.order.PlaceOrder;
import io.mizan.order.PlaceOrderCommand;
import io.mizan.reconciliation.ExpireOrders;
import io.mizan.reconciliation.ReconcileAttempts;
import io.mizan.sql.Claim;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/** A system with one gateway on a stage, where everything is worked when it is due and time passes when it is told to. */
final class Story {
    static final Money PRICE = Money.ofMinor(25_000, "QAR");

    private final Stage stage;
    private final SimulatedClock clock;
    private final Gateways gateways;
    private final Beans beans;
    private final Runnable worldGoesOn;
    private int made;

    /** @param worldGoesOn what happens by itself at the provider whenever time has passed */
    Story(Stage stage, SimulatedClock clock, Gateways gateways, Runnable worldGoesOn) {
        this.stage = stage;
        this.clock = clock;
        this.gateways = gateways;
        this.beans = stage.beans(clock, new Random(1), gateways, Fate.KIND);
        this.worldGoesOn = worldGoesOn;
    }

    <T> T bean(Class<T> type) {
        return beans.get(type);
    }

    OrderId place() {
        return bean(PlaceOrder.class)
                .place(new PlaceOrderCommand(
                        new UUID(0x7001L, ++made),
                        "merchant",
                        "cart-" + made,
                        Stage.API_KEY,
                        List.of(new OrderItem.Priced("A ticket", PRICE.amountMinor(), 1)),
                        PRICE.currency(),
                        CustomerDetails.NONE,
                        "en",
                        URI.create("https://shop.example/"),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()))
                .order()
                .id();
    }

    /** One that replaces another does so at any risk. */
    AttemptSnapshot start(OrderId order, CaptureMode capture, Optional<AttemptSnapshot> replaced) {
        return bean(StartAttempt.class)
                .start(new StartAttemptCommand(
                        new UUID(0x7002L, ++made),
                        order,
                        gateways.all().get(0).name(),
                        capture,
                        replaced.map(AttemptSnapshot::id),
                        replaced.isPresent(),
                        Optional.empty()));
    }

    /** Everything is worked when it is due, until then. */
    void timePasses(Duration by) {
        var end = clock.now().plus(by);
        for (var due = nextDue(); due.filter(end::isAfter).isPresent(); due = nextDue()) {
            clock.forwardTo(due.get());
            worldGoesOn.run();
            workInbox();
            work(bean(CommandDispatcher.class).claimDue(), bean(CommandDispatcher.class)::sendClaimed);
            work(bean(ReconcileAttempts.class).claimDue(), bean(ReconcileAttempts.class)::work);
            work(bean(ExpireOrders.class).claimDue(), bean(ExpireOrders.class)::work);
        }
        clock.forwardTo(end);
    }

    private Optional<Instant> nextDue() {
        return stage
                .rows()
                .list(
                        "SELECT MIN(due_at) AS due FROM webhook_event UNION ALL SELECT MIN(due_at) FROM gateway_command"
                                + " UNION ALL SELECT MIN(inquiry_due_at) FROM payment_attempt"
                                + " UNION ALL SELECT MIN(expiry_due_at) FROM orders",
                        row -> row.optionalInstant("due"))
                .stream()
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    void workInbox() {
        work(bean(InboxWorker.class).claimDue(), bean(InboxWorker.class)::work);
    }

    private static void work(List<Claim> claims, Consumer<Claim> worker) {
        claims.forEach(worker);
    }

    AttemptSnapshot now(AttemptSnapshot attempt) {
        return bean(Attempts.class).find(attempt.id()).orElseThrow();
    }

    List<GatewayCommand> commands(AttemptSnapshot attempt, Operation operation) {
        return bean(Commands.class).ofAttempt(attempt.id()).stream()
                .filter(command -> command.operation() == operation)
                .toList();
    }

    CaseSnapshot theCase(CaseKind kind) {
        var id = stage.rows()
                .first("SELECT id FROM exception_case WHERE kind = ?", row -> new CaseId(row.id("id")), kind)
                .orElseThrow(() -> new AssertionError("there is no case " + kind));
        return bean(Cases.class).find(id).orElseThrow();
    }

    List<String> told(OrderId order) {
        return stage.rows()
                .list(
                        "SELECT kind FROM timeline_entry WHERE order_id = ? ORDER BY seq",
                        row -> row.text("kind"),
                        order.value());
    }

    OrderStatus status(OrderId order) {
        return stage.rows()
                .first(
                        "SELECT status FROM orders WHERE id = ?",
                        row -> OrderStatus.valueOf(row.text("status")),
                        order.value())
                .orElseThrow();
    }
}
