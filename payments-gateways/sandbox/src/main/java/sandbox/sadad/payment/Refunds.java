package sandbox.sadad.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Gives back a transaction, whole and once. */
@ApplicationScoped
public class Refunds {
    @Inject
    Checkouts checkouts;

    /** Why not; empty if it was done. */
    public Optional<String> refund(String number) {
        var before = checkouts.transaction(number);
        if (before.isEmpty()) {
            return Optional.of("Transaction not found!");
        }
        if (before.get().minor() % 100 == 11) {
            return Optional.of("Refund is not allowed for this transaction!");
        }
        if (before.get().status() != Transaction.PAID) {
            return Optional.of("Transaction cannot be refunded!");
        }
        checkouts.change(number, transaction -> transaction.with(Transaction.REFUNDED, "Refunded"));
        return Optional.empty();
    }
}
