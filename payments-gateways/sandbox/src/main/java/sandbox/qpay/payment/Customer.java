package sandbox.qpay.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.form.ReturnTreatment;
import sandbox.qpay.QPayAccount;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;
import sandbox.rule.Rules;

/** What a customer can do, on the page or through the control API: the same acts, under the same rules. */
@ApplicationScoped
public class Customer {
    private static final int WRONG_CODES_ALLOWED = 3;
    private static final String RIYALS = "634";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Payments payments;

    @Inject
    Rules rules;

    @Inject
    SimulatedClock clock;

    /** Gives the card; the bank sends a code. */
    public Optional<Payment> givesCard(String number, NapsCard card) {
        return payments.change(number, payment -> payment.with(card));
    }

    /** Gives the code that the bank sent. The third wrong one ends it. */
    public Optional<Payment> givesCode(String number, String code) {
        return payments.change(number, payment -> {
            if (!payment.awaitsCode()) {
                return payment;
            }
            if (NapsCard.isCode(code)) {
                return decided(payment, Statuses.PAID);
            }
            var tried = payment.withWrongCode();
            return tried.wrongCodes() < WRONG_CODES_ALLOWED ? tried : decided(tried, Statuses.FAILED);
        });
    }

    /** Card and code in one. */
    public Optional<Payment> pays(String number) {
        return payments.change(number, payment -> decided(payment.with(NapsCard.ofTheTestSystem()), Statuses.PAID));
    }

    /** @param wanted a code of QPay's, or a word */
    public Optional<Payment> isDeclined(String number, String wanted) {
        return payments.change(
                number, payment -> decided(payment.with(NapsCard.ofTheTestSystem()), Statuses.declined(wanted)));
    }

    public Optional<Payment> cancels(String number) {
        return payments.change(number, payment -> decided(payment, Statuses.CANCELED));
    }

    /** What a customer wants, bent by the amounts that stand for an outcome and by the rules in force. */
    private Payment decided(Payment payment, String wanted) {
        var status = wanted.equals(Statuses.PAID)
                ? taken(Misbehaviour.DECLINE, payment)
                        .map(rule -> Statuses.declined(rule.code()))
                        .orElseGet(() -> byAmount(payment))
                : wanted;
        var paid = status.equals(Statuses.PAID);
        return payment.decided(new Payment.Outcome(
                status,
                Statuses.message(status),
                paid ? confirmation() : "",
                paid ? taken(Misbehaviour.AMOUNT, payment).map(Rule::number).orElse(payment.minor()) : payment.minor(),
                paid
                        ? taken(Misbehaviour.CURRENCY, payment)
                                .map(rule -> numbered(rule.code()))
                                .orElse(RIYALS)
                        : RIYALS,
                clock.now(),
                treatment(payment)));
    }

    private static String byAmount(Payment payment) {
        return switch ((int) (payment.minor() % 100)) {
            case 1 -> Statuses.FAILED;
            case 2 -> Statuses.CANCELED;
            case 3 -> Statuses.RISK;
            default -> Statuses.PAID;
        };
    }

    private ReturnTreatment treatment(Payment payment) {
        return switch ((int) (payment.minor() % 100)) {
            case 4 -> ReturnTreatment.NEVER;
            case 5 -> ReturnTreatment.FORGED;
            default -> ReturnTreatment.by(kind -> taken(kind, payment));
        };
    }

    private Optional<Rule> taken(Misbehaviour kind, Payment payment) {
        return rules.take(QPayAccount.GATEWAY, kind, payment.names());
    }

    /** Time and a number, 27 digits in all. */
    private String confirmation() {
        return QatarTime.digits(clock.now(), "uuuuMMddHHmmss")
                + String.format(Locale.ROOT, "%013d", RANDOM.nextLong(10_000_000_000_000L));
    }

    private static String numbered(String currency) {
        return String.format(
                Locale.ROOT,
                "%03d",
                Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getNumericCode());
    }
}
