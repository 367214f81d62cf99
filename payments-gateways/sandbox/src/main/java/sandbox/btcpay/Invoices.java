package sandbox.btcpay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import sandbox.btcpay.invoice.Invoice;
import sandbox.btcpay.invoice.InvoiceCourse;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;
import sandbox.store.Ageing;
import sandbox.store.Events;
import sandbox.store.Thing;
import sandbox.store.Things;
import sandbox.webhook.OutgoingEvent;

/** All invoices. Whoever looks at one sees it as of now: what time has done to it is done first. */
@ApplicationScoped
class Invoices implements Ageing {
    private static final String INVOICE = "invoice";
    private static final String PULL_PAYMENT = "pull_payment";
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz123456789";

    private final Jsonb jsonb = JsonbBuilder.create();
    private final SecureRandom random = new SecureRandom();

    @Inject
    Things things;

    @Inject
    Events events;

    @Inject
    BtcPayJson json;

    @Inject
    Database database;

    @Inject
    SimulatedClock clock;

    /** 22 characters, as the server's own. */
    String newId() {
        var id = new StringBuilder();
        for (int i = 0; i < 22; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    void open(Invoice invoice) {
        database.transaction(() -> {
            things.add(new Thing(
                    BtcPayAccount.GATEWAY,
                    INVOICE,
                    invoice.id(),
                    invoice.id(),
                    invoice.reference(),
                    invoice.nextDue(),
                    invoice.createdAt(),
                    jsonb.toJson(invoice)));
            return change(invoice.id(), InvoiceCourse::opened);
        });
    }

    Optional<Invoice> find(String id) {
        return things.find(BtcPayAccount.GATEWAY, INVOICE, id)
                .map(thing ->
                        thing.dueAt().filter(due -> !due.isAfter(clock.now())).isPresent()
                                ? change(id, course -> {}).orElseThrow()
                                : read(thing));
    }

    Optional<Invoice> holding(String pullPayment) {
        return things.find(BtcPayAccount.GATEWAY, PULL_PAYMENT, pullPayment)
                .map(Thing::subject)
                .flatMap(this::find);
    }

    /** Newest first. */
    List<Invoice> latest(int atMost, Optional<String> reference) {
        return things.latest(BtcPayAccount.GATEWAY, INVOICE, reference, atMost).stream()
                .map(this::read)
                .toList();
    }

    Set<String> namesOf(String id) {
        return things.find(BtcPayAccount.GATEWAY, INVOICE, id)
                .or(() -> things.find(BtcPayAccount.GATEWAY, PULL_PAYMENT, id)
                        .flatMap(pull -> things.find(BtcPayAccount.GATEWAY, INVOICE, pull.subject())))
                .map(this::read)
                .map(Invoices::names)
                .orElse(Set.of(id));
    }

    static Set<String> names(Invoice invoice) {
        var names = new HashSet<>(Set.of(invoice.id()));
        invoice.orderId().ifPresent(names::add);
        invoice.reference().ifPresent(names::add);
        return names;
    }

    /** Does one act upon an invoice, alone: its row is locked, time passes, the act happens, and what it tells is sent. */
    Optional<Invoice> change(String id, Consumer<InvoiceCourse> act) {
        return database.transaction(
                () -> things.locked(BtcPayAccount.GATEWAY, INVOICE, id).map(thing -> {
                    var before = read(thing);
                    var course = new InvoiceCourse(before, clock.now(), this::newId).tick();
                    act.accept(course);
                    var after = course.invoice();
                    things.write(thing.with(jsonb.toJson(after)).due(after.nextDue()));
                    after.pullPayments().stream()
                            .filter(pull -> before.pullPayment(pull.id()).isEmpty())
                            .forEach(pull -> things.add(new Thing(
                                    BtcPayAccount.GATEWAY,
                                    PULL_PAYMENT,
                                    pull.id(),
                                    id,
                                    Optional.empty(),
                                    Optional.empty(),
                                    clock.now(),
                                    "")));
                    events.record(
                            BtcPayAccount.GATEWAY,
                            id,
                            names(after),
                            course.happenings().stream()
                                    .map(happening -> message(after, happening))
                                    .toList());
                    return after;
                }));
    }

    @Override
    public String gateway() {
        return BtcPayAccount.GATEWAY;
    }

    @Override
    public void age(Thing thing) {
        if (thing.kind().equals(INVOICE)) {
            change(thing.id(), course -> {});
        }
    }

    private OutgoingEvent message(Invoice invoice, InvoiceCourse.Happening happening) {
        var id = newId();
        return new OutgoingEvent(id, happening.type(), json.event(id, invoice, happening, clock.now()));
    }

    private Invoice read(Thing thing) {
        return jsonb.fromJson(thing.body(), Invoice.class);
    }
}
