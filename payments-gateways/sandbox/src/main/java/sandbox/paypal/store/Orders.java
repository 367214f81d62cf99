package sandbox.paypal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;
import sandbox.paypal.PayPalAccount;
import sandbox.paypal.order.Happening;
import sandbox.paypal.order.Ids;
import sandbox.paypal.order.Order;
import sandbox.paypal.order.OrderCourse;
import sandbox.paypal.wire.Documents;
import sandbox.paypal.wire.Json;
import sandbox.store.Ageing;
import sandbox.store.Events;
import sandbox.store.Thing;
import sandbox.store.Things;
import sandbox.webhook.OutgoingEvent;

/** All orders. Whoever looks at one sees it as of now: what time has done to it is done first. */
@ApplicationScoped
public class Orders implements Ageing {
    private static final String ORDER = "order";
    /** What belongs to an order and can be asked for by its own id. */
    private static final String PART = "part";

    private static final String INVOICE = "invoice";

    private final Jsonb jsonb = JsonbBuilder.create();
    private final Ids ids = new Ids();

    @Inject
    Things things;

    @Inject
    Events events;

    @Inject
    Documents documents;

    @Inject
    Database database;

    @Inject
    SimulatedClock clock;

    public Ids ids() {
        return ids;
    }

    public Instant now() {
        return clock.now();
    }

    public void open(Order order) {
        things.add(thing(order));
        order.invoiceId().filter(it -> it.length() <= 100).ifPresent(it -> things.add(part(INVOICE, it, order)));
    }

    /** Whether another order has that invoice id already. */
    public boolean isInvoiced(String invoiceId) {
        return things.find(PayPalAccount.GATEWAY, INVOICE, invoiceId).isPresent();
    }

    public Optional<Order> find(String id) {
        return things.find(PayPalAccount.GATEWAY, ORDER, id)
                .map(thing ->
                        thing.dueAt().filter(due -> !due.isAfter(clock.now())).isPresent()
                                ? change(id, OrderCourse::tick).orElseThrow()
                                : read(thing));
    }

    /** The order that holds the authorization, capture or refund of that id. */
    public Optional<Order> holding(String partId) {
        return things.find(PayPalAccount.GATEWAY, PART, partId)
                .map(Thing::subject)
                .flatMap(this::find);
    }

    /** Every name by which a rule may mean the order with that id, or that holds what has it. */
    public Set<String> namesOf(String id) {
        return things.find(PayPalAccount.GATEWAY, ORDER, id)
                .or(() -> things.find(PayPalAccount.GATEWAY, PART, id)
                        .flatMap(part -> things.find(PayPalAccount.GATEWAY, ORDER, part.subject())))
                .map(this::read)
                .map(Orders::names)
                .orElse(Set.of(id));
    }

    public static Set<String> names(Order order) {
        var names = new HashSet<>(Set.of(order.id()));
        order.referenceId().ifPresent(names::add);
        order.customId().ifPresent(names::add);
        return names;
    }

    /** Does one act upon an order, alone: its row is locked, time passes, the act happens, and what it tells is sent. */
    public Optional<Order> change(String id, Consumer<OrderCourse> act) {
        return database.transaction(
                () -> things.locked(PayPalAccount.GATEWAY, ORDER, id).map(thing -> {
                    var before = read(thing);
                    var course = new OrderCourse(before, clock.now(), ids).tick();
                    act.accept(course);
                    var after = course.order();
                    things.write(thing.with(jsonb.toJson(after)).due(after.nextDue()));
                    register(before, after);
                    events.record(
                            PayPalAccount.GATEWAY,
                            id,
                            names(after),
                            course.happenings().stream().map(this::message).toList());
                    return after;
                }));
    }

    public List<Order> latest(int atMost, Optional<String> reference) {
        return things.latest(PayPalAccount.GATEWAY, ORDER, reference, atMost).stream()
                .map(this::read)
                .toList();
    }

    @Override
    public String gateway() {
        return PayPalAccount.GATEWAY;
    }

    @Override
    public void age(Thing thing) {
        if (thing.kind().equals(ORDER)) {
            change(thing.id(), course -> {});
        }
    }

    private OutgoingEvent message(Happening happening) {
        var id = ids.event();
        var body = Json.object()
                .add("id", id)
                .add("event_version", "1.0")
                .add("create_time", clock.now().toString())
                .add("resource_type", happening.kind().equals(ORDER) ? "checkout-order" : happening.kind())
                .add("resource_version", "2.0")
                .add("event_type", happening.type())
                .add("summary", "Simulated: " + happening.type())
                .add("resource", documents.shownBy(happening))
                .build();
        return new OutgoingEvent(id, happening.type(), body.toString());
    }

    private void register(Order before, Order after) {
        var known = parts(before).toList();
        parts(after).filter(id -> !known.contains(id)).forEach(id -> things.add(part(PART, id, after)));
    }

    private static Stream<String> parts(Order order) {
        return Stream.of(
                        order.authorization().stream().map(it -> it.id()),
                        order.captures().stream().map(it -> it.id()),
                        order.refunds().stream().map(it -> it.id()))
                .flatMap(it -> it);
    }

    private Thing thing(Order order) {
        return new Thing(
                PayPalAccount.GATEWAY,
                ORDER,
                order.id(),
                order.id(),
                order.referenceId(),
                order.nextDue(),
                order.createdAt(),
                jsonb.toJson(order));
    }

    private Thing part(String kind, String id, Order order) {
        return new Thing(
                PayPalAccount.GATEWAY, kind, id, order.id(), Optional.empty(), Optional.empty(), clock.now(), "");
    }

    private Order read(Thing thing) {
        return jsonb.fromJson(thing.body(), Order.class);
    }
}
