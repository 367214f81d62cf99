package sandbox.sadad.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.form.ReturnTreatment;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;
import sandbox.rule.Rules;
import sandbox.sadad.SadadAccount;

/** What a customer can do, on the page or through the control API: the same acts, under the same rules. */
@ApplicationScoped
public class Customer {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Checkouts checkouts;

    @Inject
    Rules rules;

    @Inject
    SimulatedClock clock;

    public Optional<Transaction> pays(String reference) {
        return checkouts.find(reference).flatMap(checkout -> tries(checkout, byAmount(checkout), "Txn Success"));
    }

    public Optional<Transaction> isDeclined(String reference) {
        return checkouts.find(reference).flatMap(checkout -> tries(checkout, Transaction.FAILED, "Txn Failed"));
    }

    public Optional<Transaction> cancels(String reference) {
        return checkouts
                .find(reference)
                .flatMap(checkout -> tries(checkout, Transaction.FAILED, "Transaction cancelled by user"));
    }

    private Optional<Transaction> tries(Checkout checkout, int wanted, String message) {
        var declined = wanted == Transaction.PAID
                && taken(Misbehaviour.DECLINE, checkout).isPresent();
        var status = declined ? Transaction.FAILED : wanted;
        return checkouts.tried(
                checkout,
                new Transaction(
                        "SD" + String.format(Locale.ROOT, "%013d", RANDOM.nextLong(10_000_000_000_000L)),
                        checkout.reference(),
                        status,
                        status == Transaction.FAILED && wanted == Transaction.PAID ? "Txn Failed" : message,
                        amount(checkout, status),
                        clock.now(),
                        treatment(checkout)));
    }

    private static int byAmount(Checkout checkout) {
        return switch ((int) (checkout.minor() % 100)) {
            case 1 -> Transaction.FAILED;
            case 2, 3 -> Transaction.UNDER_WAY;
            default -> Transaction.PAID;
        };
    }

    private long amount(Checkout checkout, int status) {
        return status == Transaction.PAID
                ? taken(Misbehaviour.AMOUNT, checkout).map(Rule::number).orElse(checkout.minor())
                : checkout.minor();
    }

    private ReturnTreatment treatment(Checkout checkout) {
        return switch ((int) (checkout.minor() % 100)) {
            case 4 -> ReturnTreatment.NEVER;
            case 5 -> ReturnTreatment.FORGED;
            default -> ReturnTreatment.NONE;
        };
    }

    private Optional<Rule> taken(Misbehaviour kind, Checkout checkout) {
        return rules.take(SadadAccount.GATEWAY, kind, checkout.names());
    }
}
