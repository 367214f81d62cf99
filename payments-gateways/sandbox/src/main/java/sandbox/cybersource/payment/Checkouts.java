package sandbox.cybersource.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.database.Database;
import sandbox.store.Thing;
import sandbox.store.Things;

/** All checkouts and all transactions, one row each. */
@ApplicationScoped
public class Checkouts {
    private static final String CHECKOUT = "checkout";
    private static final String TRANSACTION = "transaction";
    private static final int MOST = 1_000;

    @Inject
    Things things;

    @Inject
    Database database;

    public Optional<Checkout> find(String reference) {
        return things.find(CyberSourceAccount.GATEWAY, CHECKOUT, reference).map(thing -> Checkout.read(thing.body()));
    }

    /** Answers what there is of that reference: this one, or the one that used it first. */
    public Checkout open(Checkout checkout) {
        return Checkout.read(things.once(new Thing(
                        CyberSourceAccount.GATEWAY,
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
        return things.latest(CyberSourceAccount.GATEWAY, CHECKOUT, order, atMost).stream()
                .map(thing -> Checkout.read(thing.body()))
                .toList();
    }

    public Optional<Transaction> transaction(String id) {
        return things.find(CyberSourceAccount.GATEWAY, TRANSACTION, id).map(thing -> Transaction.read(thing.body()));
    }

    /** Everything that was done to a checkout, oldest first. */
    public List<Transaction> ofCheckout(String reference) {
        return things.ofSubject(CyberSourceAccount.GATEWAY, TRANSACTION, reference).stream()
                .map(thing -> Transaction.read(thing.body()))
                .toList();
    }

    /** Newest first. */
    public List<Transaction> ofCode(String code) {
        return things.latest(CyberSourceAccount.GATEWAY, TRANSACTION, Optional.of(code), MOST).stream()
                .map(thing -> Transaction.read(thing.body()))
                .toList();
    }

    /** Does it while nobody else does anything to that checkout. */
    <T> T alone(String reference, Supplier<T> work) {
        return database.transaction(() -> {
            things.locked(CyberSourceAccount.GATEWAY, CHECKOUT, reference);
            return work.get();
        });
    }

    void add(Transaction transaction) {
        things.add(new Thing(
                CyberSourceAccount.GATEWAY,
                TRANSACTION,
                transaction.id(),
                transaction.checkout(),
                Optional.of(transaction.code()),
                Optional.empty(),
                transaction.at(),
                transaction.text()));
    }

    void write(Transaction transaction) {
        things.find(CyberSourceAccount.GATEWAY, TRANSACTION, transaction.id())
                .ifPresent(thing -> things.write(thing.with(transaction.text())));
    }

    void write(Checkout checkout) {
        things.find(CyberSourceAccount.GATEWAY, CHECKOUT, checkout.reference())
                .ifPresent(thing -> things.write(thing.with(checkout.text())));
    }
}
