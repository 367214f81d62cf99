package sandbox.sadad.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;
import sandbox.sadad.SadadAccount;
import sandbox.store.Ageing;
import sandbox.store.Events;
import sandbox.store.Thing;
import sandbox.store.Things;
import sandbox.webhook.OutgoingEvent;

/** All checkouts and transactions. Whatever becomes of a transaction is told by a webhook, in the same transaction. */
@ApplicationScoped
public class Checkouts implements Ageing {
    private static final String CHECKOUT = "checkout";
    private static final String TRANSACTION = "transaction";
    private static final Duration BANKS_TAKE = Duration.ofSeconds(60);

    @Inject
    Things things;

    @Inject
    Events events;

    @Inject
    Database database;

    @Inject
    SimulatedClock clock;

    public Optional<Checkout> find(String reference) {
        return things.find(SadadAccount.GATEWAY, CHECKOUT, reference).map(thing -> Checkout.read(thing.body()));
    }

    /** Answers what there is of that reference: this one, or the one that used it first. */
    public Checkout open(Checkout checkout) {
        return Checkout.read(things.once(new Thing(
                        SadadAccount.GATEWAY,
                        CHECKOUT,
                        checkout.reference(),
                        checkout.reference(),
                        Optional.of(checkout.order()),
                        Optional.empty(),
                        checkout.openedAt(),
                        checkout.text()))
                .body());
    }

    /** Newest first. */
    public List<Checkout> latest(Optional<String> order, int atMost) {
        return things.latest(SadadAccount.GATEWAY, CHECKOUT, order, atMost).stream()
                .map(thing -> Checkout.read(thing.body()))
                .toList();
    }

    /** The tries on a page, oldest first. */
    public List<Transaction> tries(String reference) {
        return things.ofSubject(SadadAccount.GATEWAY, TRANSACTION, reference).stream()
                .map(thing -> Transaction.read(thing.body()))
                .toList();
    }

    public Optional<Transaction> transaction(String number) {
        return things.find(SadadAccount.GATEWAY, TRANSACTION, number).map(thing -> Transaction.read(thing.body()));
    }

    /** Newest first, of that time. */
    public List<Transaction> transactions(Instant from, Instant to, int skip, int atMost) {
        return things.latest(SadadAccount.GATEWAY, TRANSACTION, Optional.empty(), 1_000).stream()
                .map(thing -> Transaction.read(thing.body()))
                .filter(it -> !it.at().isBefore(from) && !it.at().isAfter(to))
                .skip(skip)
                .limit(atMost)
                .toList();
    }

    /** Another try, unless one has gone through already or is under way. */
    Optional<Transaction> tried(Checkout checkout, Transaction transaction) {
        return database.transaction(() -> {
            things.locked(SadadAccount.GATEWAY, CHECKOUT, checkout.reference());
            if (tries(checkout.reference()).stream().anyMatch(it -> it.status() != Transaction.FAILED)) {
                return Optional.empty();
            }
            things.add(new Thing(
                    SadadAccount.GATEWAY,
                    TRANSACTION,
                    transaction.number(),
                    checkout.reference(),
                    Optional.empty(),
                    transaction.status() == Transaction.UNDER_WAY
                            ? Optional.of(clock.now().plus(BANKS_TAKE))
                            : Optional.empty(),
                    transaction.at(),
                    transaction.text()));
            tell(checkout, transaction);
            return Optional.of(transaction);
        });
    }

    Optional<Transaction> change(String number, UnaryOperator<Transaction> act) {
        return database.transaction(
                () -> things.locked(SadadAccount.GATEWAY, TRANSACTION, number).map(thing -> {
                    var before = Transaction.read(thing.body());
                    var after = act.apply(before);
                    things.write(thing.with(after.text()).due(Optional.empty()));
                    if (after.status() != before.status()) {
                        tell(find(after.reference()).orElseThrow(), after);
                    }
                    return after;
                }));
    }

    @Override
    public String gateway() {
        return SadadAccount.GATEWAY;
    }

    /** The bank has made up its mind. */
    @Override
    public void age(Thing thing) {
        change(
                thing.id(),
                it -> it.status() == Transaction.UNDER_WAY
                        ? it.with(
                                it.minor() % 100 == 3 ? Transaction.FAILED : Transaction.PAID, "Confirmed by the bank")
                        : it);
    }

    private void tell(Checkout checkout, Transaction transaction) {
        if (transaction.status() != Transaction.REFUNDED) {
            events.record(
                    SadadAccount.GATEWAY,
                    checkout.reference(),
                    checkout.names(),
                    List.of(new OutgoingEvent(
                            UUID.randomUUID().toString(),
                            "transaction",
                            transaction.number() + " " + transaction.status())));
        }
    }
}
