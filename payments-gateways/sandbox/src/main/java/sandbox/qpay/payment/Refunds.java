package sandbox.qpay.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;
import sandbox.qpay.QPayAccount;
import sandbox.store.Thing;
import sandbox.store.Things;

/** Money on its way back. QPay takes a refund on and leaves it to the banks, so that none is ever seen to be done. */
@ApplicationScoped
public class Refunds {
    private static final String KIND = "refund";
    private static final String ACCEPTED = "5002";
    private static final String REJECTED = "5003";
    private static final String NO_ORIGINAL = "5004";
    private static final String TOO_MUCH = "5008";
    private static final String REFUNDED_ALREADY = "5015";

    @Inject
    Database database;

    @Inject
    Payments payments;

    @Inject
    Things things;

    @Inject
    SimulatedClock clock;

    /**
     * Takes it on or says why not. The same number twice never gives money back twice.
     *
     * @return QPay's code
     */
    public String refund(String number, String payment, long minor) {
        return database.transaction(() -> {
            var paid = payments.locked(payment).filter(Payment::isPaid);
            var status = paid.map(it -> judged(number, it, minor)).orElse(NO_ORIGINAL);
            if (status.equals(ACCEPTED)) {
                things.add(new Thing(
                        QPayAccount.GATEWAY,
                        KIND,
                        number,
                        payment,
                        Optional.empty(),
                        Optional.empty(),
                        clock.now(),
                        String.valueOf(minor)));
            }
            return status;
        });
    }

    /** What of a payment is on its way back. */
    public long refunded(String payment) {
        return things.ofSubject(QPayAccount.GATEWAY, KIND, payment).stream()
                .mapToLong(refund -> Long.parseLong(refund.body()))
                .sum();
    }

    private String judged(String number, Payment payment, long minor) {
        var left = payment.outcome().orElseThrow().minor() - refunded(payment.number());
        if (minor % 100 == 11 || things.find(QPayAccount.GATEWAY, KIND, number).isPresent()) {
            return REJECTED;
        }
        if (minor % 100 == 12 || left <= 0) {
            return REFUNDED_ALREADY;
        }
        return minor > left ? TOO_MUCH : ACCEPTED;
    }
}
