package sandbox.razorpay.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;
import sandbox.razorpay.RazorpayAccount;
import sandbox.store.Ageing;
import sandbox.store.Events;
import sandbox.store.Thing;
import sandbox.store.Things;
import sandbox.webhook.OutgoingEvent;

/** All orders. Whoever looks at one sees it as of now: what time has done to it is done first. */
@ApplicationScoped
public class Orders implements Ageing {
    private static final String GATEWAY = RazorpayAccount.GATEWAY;
    private static final String ORDER = "order";
    private static final String PAYMENT = "payment";
    private static final String RECEIPT = "receipt";
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789";
    private static final int ID_LENGTH = 14;

    private final Jsonb jsonb = JsonbBuilder.create();
    private final SecureRandom random = new SecureRandom();

    @Inject
    Things things;

    @Inject
    Events events;

    @Inject
    RazorpayJson json;

    @Inject
    Database database;

    @Inject
    SimulatedClock clock;

    public String newId(String beginning) {
        var id = new StringBuilder(beginning);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /**
     * Makes an order, or answers the one that has its receipt already.
     *
     * @param again whether the merchant asked for that; otherwise a receipt that was used is refused
     */
    public Order make(Order order, boolean again) {
        return database.transaction(() -> {
            var earlier = order.receipt().flatMap(this::ofReceipt);
            if (earlier.isPresent()) {
                if (again) {
                    return earlier.get();
                }
                throw new Refused("input_validation_failed", "Order receipt should be unique.");
            }
            things.add(new Thing(
                    GATEWAY,
                    ORDER,
                    order.id(),
                    order.id(),
                    order.reference(),
                    order.nextDue(),
                    order.createdAt(),
                    jsonb.toJson(order)));
            order.receipt().ifPresent(receipt -> name(RECEIPT, receipt, order.id()));
            return order;
        });
    }

    public Optional<Order> find(String id) {
        return things.find(GATEWAY, ORDER, id)
                .map(thing ->
                        thing.dueAt().filter(due -> !due.isAfter(clock.now())).isPresent()
                                ? change(id, OrderCourse::order).orElseThrow()
                                : read(thing));
    }

    public Optional<Order> ofReceipt(String receipt) {
        return things.find(GATEWAY, RECEIPT, receipt).map(Thing::subject).flatMap(this::find);
    }

    public Optional<Order> ofPayment(String payment) {
        return things.find(GATEWAY, PAYMENT, payment).map(Thing::subject).flatMap(this::find);
    }

    /** Newest first. */
    public List<Order> latest(int atMost, Optional<String> reference) {
        return things.latest(GATEWAY, ORDER, reference, atMost).stream()
                .map(this::read)
                .toList();
    }

    /** Every name of the order that an order's, payment's or anybody's id belongs to. */
    public Set<String> namesOf(String id) {
        return find(id).or(() -> ofPayment(id)).map(Order::names).orElse(Set.of(id));
    }

    /** Does one act upon an order, alone: its row is locked, time passes, the act happens, and what it tells is sent. */
    public <T> Optional<T> change(String id, Function<OrderCourse, T> act) {
        return database.transaction(() -> things.locked(GATEWAY, ORDER, id).map(thing -> {
            var before = read(thing);
            var course = new OrderCourse(before, clock.now(), this::newId).tick();
            var answer = act.apply(course);
            var after = course.order();
            things.write(thing.with(jsonb.toJson(after)).due(after.nextDue()));
            after.payments().stream()
                    .filter(payment -> before.payment(payment.id()).isEmpty())
                    .forEach(payment -> name(PAYMENT, payment.id(), id));
            events.record(
                    GATEWAY,
                    id,
                    after.names(),
                    course.happenings().stream()
                            .map(happening -> new OutgoingEvent(
                                    newId("evt_"), happening.type(), json.event(happening, clock.now())))
                            .toList());
            return answer;
        }));
    }

    @Override
    public String gateway() {
        return GATEWAY;
    }

    @Override
    public void age(Thing thing) {
        if (thing.kind().equals(ORDER)) {
            change(thing.id(), OrderCourse::order);
        }
    }

    private void name(String kind, String id, String order) {
        things.add(new Thing(GATEWAY, kind, id, order, Optional.empty(), Optional.empty(), clock.now(), ""));
    }

    private Order read(Thing thing) {
        return jsonb.fromJson(thing.body(), Order.class);
    }
}
