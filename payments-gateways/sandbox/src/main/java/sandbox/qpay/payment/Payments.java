package sandbox.qpay.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sandbox.database.Database;
import sandbox.qpay.QPayAccount;
import sandbox.store.Thing;
import sandbox.store.Things;

/** All payments. One payment changes under the lock of its row. */
@ApplicationScoped
public class Payments {
    private static final String KIND = "payment";

    @Inject
    Things things;

    @Inject
    Database database;

    public Optional<Payment> find(String number) {
        return things.find(QPayAccount.GATEWAY, KIND, number).map(Payments::read);
    }

    /** Newest first. */
    public List<Payment> latest(Optional<String> reference, int atMost) {
        return things.latest(QPayAccount.GATEWAY, KIND, reference, atMost).stream()
                .map(Payments::read)
                .toList();
    }

    /** Answers what there is of that number: this one, or the one that used it first. */
    public Payment open(Payment payment) {
        return read(things.once(new Thing(
                QPayAccount.GATEWAY,
                KIND,
                payment.number(),
                payment.number(),
                Optional.of(payment.reference()),
                Optional.empty(),
                payment.openedAt(),
                PaymentText.write(payment))));
    }

    /** The payment, which nobody else changes until the open transaction ends. */
    Optional<Payment> locked(String number) {
        return things.locked(QPayAccount.GATEWAY, KIND, number).map(Payments::read);
    }

    /** Does one act upon a payment that is not decided, alone; a decided one is answered as it is. */
    Optional<Payment> change(String number, UnaryOperator<Payment> act) {
        return database.transaction(
                () -> things.locked(QPayAccount.GATEWAY, KIND, number).map(thing -> {
                    var before = read(thing);
                    if (before.outcome().isPresent()) {
                        return before;
                    }
                    var after = act.apply(before);
                    things.write(thing.with(PaymentText.write(after)));
                    return after;
                }));
    }

    private static Payment read(Thing thing) {
        return PaymentText.read(thing.body());
    }
}
