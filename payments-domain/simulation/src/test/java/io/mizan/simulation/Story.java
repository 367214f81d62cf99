package io.mizan.simulation;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.Cases;
import io.mizan.checkout.CaptureAttempt;
import io.mizan.checkout.StartAttempt;
import io.mizan.checkout.StartAttemptCommand;
import io.mizan.command.Commands;
import io.mizan.command.GatewayCommand;
import io.mizan.customer.CustomerDetails;
import io.mizan.explanation.Dossiers;
import io.mizan.explanation.Explanation;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.id.CaseId;
import io.mizan.id.OrderId;
import io.mizan.inbox.Receipt;
import io.mizan.inbox.WebhookInbox;
import io.mizan.money.Money;
import io.mizan.order.OrderStatus;
import io.mizan.order.PlaceOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** A system with a gateway on a stage, where everything is worked when it is due and time passes when it is told to. */
class Story {
    static final Money PRICE = Money.ofMinor(25_000, "QAR");

    private final Stage stage;
    private final SimulatedClock clock;
    private final Gateways gateways;
    private final Beans beans;
    private final Workers workers;
    private final Endpoint endpoint;
    private final Runnable worldGoesOn;
    private int made;

    Story(Scene scene, PaymentGateway... gateways) {
        this(scene, List.of(gateways), () -> {});
    }

    /** @param worldGoesOn what happens by itself at the provider whenever time has passed */
    Story(Scene scene, List<PaymentGateway> gateways, Runnable worldGoesOn) {
        this(scene, gateways, worldGoesOn, Fate.KIND);
    }

    Story(Scene scene, List<PaymentGateway> gateways, Runnable worldGoesOn, Fate fate) {
        this.stage = scene.stage();
        this.clock = scene.clock();
        this.gateways = new Gateways(gateways);
        this.beans = stage.beans(clock, new Random(1), this.gateways, fate);
        this.workers = new Workers(stage, clock, () -> beans);
        this.endpoint = new Endpoint(() -> bean(WebhookInbox.class));
        this.worldGoesOn = worldGoesOn;
    }

    final SimulatedClock clock() {
        return clock;
    }

    final <T> T bean(Class<T> type) {
        return beans.get(type);
    }

    final OrderId place() {
        return place(CustomerDetails.NONE);
    }

    final OrderId place(CustomerDetails customer) {
        var reference = "cart-" + ++made;
        return bean(PlaceOrder.class)
                .place(Merchant.order(new UUID(0x7001L, made), reference, customer))
                .order()
                .id();
    }

    /** One that replaces another does so at any risk. */
    final AttemptSnapshot start(OrderId order, CaptureMode capture, Optional<AttemptSnapshot> replaced) {
        return start(order, capture, replaced, replaced.isPresent());
    }

    final AttemptSnapshot replace(AttemptSnapshot replaced, boolean atAnyRisk) {
        return start(replaced.order(), CaptureMode.AUTOMATIC, Optional.of(replaced), atAnyRisk);
    }

    private AttemptSnapshot start(
            OrderId order, CaptureMode capture, Optional<AttemptSnapshot> replaced, boolean atAnyRisk) {
        return bean(StartAttempt.class)
                .start(new StartAttemptCommand(
                        new UUID(0x7002L, ++made),
                        order,
                        gateways.all().get(0).name(),
                        capture,
                        replaced.map(AttemptSnapshot::id),
                        atAnyRisk,
                        Optional.empty()));
    }

    /** The first attempt of a new order, whose money is taken at once. */
    final AttemptSnapshot started() {
        return start(place(), CaptureMode.AUTOMATIC, Optional.empty());
    }

    final AttemptSnapshot capture(AttemptSnapshot attempt, String reference) {
        return bean(CaptureAttempt.class).capture(attempt.id(), reference, Optional.empty());
    }

    /** A callback comes that is genuine; it is not worked yet. */
    final Receipt receive(PaymentGateway gateway, Map<String, String> headers, byte[] body) {
        return endpoint.receive(gateway, new Callback.Raw(headers, body)).orElseThrow();
    }

    /** Everything is worked when it is due, until then. */
    final void timePasses(Duration by) {
        var end = clock.now().plus(by);
        for (var due = workers.nextDue(); due.filter(end::isAfter).isPresent(); due = workers.nextDue()) {
            clock.forwardTo(due.get());
            worldGoesOn.run();
            workers.workAll();
        }
        clock.forwardTo(end);
    }

    final void workInbox() {
        workers.workInbox();
    }

    final AttemptSnapshot now(AttemptSnapshot attempt) {
        return bean(Attempts.class).find(attempt.id()).orElseThrow();
    }

    final List<GatewayCommand> commands(AttemptSnapshot attempt, Operation operation) {
        return bean(Commands.class).ofAttempt(attempt.id()).stream()
                .filter(command -> command.operation() == operation)
                .toList();
    }

    final List<GatewayCommand> captures(AttemptSnapshot attempt) {
        return commands(attempt, Operation.CAPTURE);
    }

    final int cases(CaseKind kind) {
        return stage.rows()
                .list("SELECT id FROM exception_case WHERE kind = ?", row -> row.id("id"), kind)
                .size();
    }

    final CaseSnapshot theCase(CaseKind kind) {
        var id = stage.rows()
                .first("SELECT id FROM exception_case WHERE kind = ?", row -> new CaseId(row.id("id")), kind)
                .orElseThrow(() -> new AssertionError("there is no case " + kind));
        return bean(Cases.class).find(id).orElseThrow();
    }

    final List<String> told(OrderId order) {
        return stage.rows()
                .list(
                        "SELECT kind FROM timeline_entry WHERE order_id = ? ORDER BY seq",
                        row -> row.text("kind"),
                        order.value());
    }

    final OrderStatus status(OrderId order) {
        return stage.rows()
                .first(
                        "SELECT status FROM orders WHERE id = ?",
                        row -> OrderStatus.valueOf(row.text("status")),
                        order.value())
                .orElseThrow();
    }

    /** What somebody who opens the order's page reads. */
    final Explanation explained(AttemptSnapshot attempt) {
        return Explanation.of(bean(Dossiers.class).find(attempt.order()).orElseThrow());
    }
}
