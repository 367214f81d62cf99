package sandbox.stripe.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sandbox.clock.SimulatedClock;
import sandbox.control.ControlRefused;
import sandbox.control.SessionView;
import sandbox.control.SimulatedGateway;
import sandbox.stripe.StripeAccount;
import sandbox.stripe.api.Operations;
import sandbox.stripe.checkout.Checkouts;
import sandbox.stripe.event.Cause;
import sandbox.stripe.hosted.Customer;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.Decline;
import sandbox.stripe.payment.IntentStatus;
import sandbox.stripe.payment.PaymentCourse;
import sandbox.stripe.payment.PaymentIntent;
import sandbox.stripe.payment.PaymentRefused;
import sandbox.stripe.payment.RefundStatus;
import sandbox.stripe.payment.RefundTerms;
import sandbox.stripe.payment.SessionStatus;
import sandbox.stripe.payment.SubmittedCard;
import sandbox.stripe.wire.Documents;

/** Pays, authenticates, settles and expires without a browser, by the very acts that the hosted page uses. */
@ApplicationScoped
class StripeControl implements SimulatedGateway {
    @Inject
    Checkouts checkouts;

    @Inject
    Customer customer;

    @Inject
    Documents documents;

    @Inject
    Operations operations;

    @Inject
    SimulatedClock clock;

    @Override
    public String name() {
        return StripeAccount.GATEWAY;
    }

    @Override
    public String title() {
        return "Stripe";
    }

    @Override
    public List<String> operations() {
        return operations.names();
    }

    @Override
    public List<SessionView> sessions(Optional<String> reference, int atMost) {
        return checkouts.latest(atMost, reference).stream().map(this::view).toList();
    }

    @Override
    public Optional<SessionView> session(String id) {
        return checkouts.find(id).map(this::view);
    }

    @Override
    public void act(String session, String act, Map<String, String> fields) {
        try {
            done(session, act, fields);
        } catch (PaymentRefused refused) {
            throw ControlRefused.unfitting(refused.getMessage());
        }
    }

    private void done(String session, String act, Map<String, String> fields) {
        switch (act) {
            case "pay" -> pay(session, fields);
            case "challenge" -> customer.answerChallenge(session, isFirstOf(fields, "complete", "fail"));
            case "settle" -> {
                var succeeded = isFirstOf(fields, "succeeded", "failed");
                checkouts.change(session, Cause.NOT_A_REQUEST, course -> course.settle(succeeded));
            }
            case "refund" ->
                checkouts.change(
                        session,
                        Cause.NOT_A_REQUEST,
                        course -> course.refund(Optional.empty(), RefundTerms.of(minor(fields))));
            case "end_refund" -> {
                var succeeded = isFirstOf(fields, "succeeded", "failed");
                checkouts.change(session, Cause.NOT_A_REQUEST, course -> course.endRefund(succeeded));
            }
            case "expire" -> checkouts.change(session, Cause.NOT_A_REQUEST, PaymentCourse::expire);
            default -> throw ControlRefused.unknown("act", act);
        }
    }

    /** Pays by card, or by {@code method: bank_debit}. What is not said is as on a card that works. */
    private void pay(String session, Map<String, String> fields) {
        if (fields.getOrDefault("method", "card").equals("bank_debit")) {
            customer.payByBankDebit(session, Optional.ofNullable(fields.get("name")));
            return;
        }
        var reading = SubmittedCard.read(
                fields.getOrDefault("card_number", "4242424242424242"),
                fields.getOrDefault("expiry", nextYear()),
                fields.getOrDefault("cvc", "123"),
                fields.getOrDefault("name", "Test Customer"),
                clock.now());
        customer.payByCard(session, reading.card().orElseThrow(() -> ControlRefused.invalid(wrong(reading))));
    }

    /** Of that amount, or of all that is left. */
    private static Optional<Long> minor(Map<String, String> fields) {
        try {
            return Optional.ofNullable(fields.get("amount")).map(Long::valueOf).filter(minor -> minor > 0);
        } catch (NumberFormatException e) {
            throw ControlRefused.invalid("amount is a whole number of minor units");
        }
    }

    private String nextYear() {
        return DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT)
                .format(clock.now().atZone(ZoneOffset.UTC).plusYears(1));
    }

    private static String wrong(SubmittedCard.Reading reading) {
        return reading.faults().values().stream()
                .map(fault -> fault.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** True if the field {@code outcome} is the first word, false if it is the second. */
    private static boolean isFirstOf(Map<String, String> fields, String first, String second) {
        var outcome = fields.getOrDefault("outcome", "");
        if (!outcome.equals(first) && !outcome.equals(second)) {
            throw ControlRefused.invalid("outcome must be " + first + " or " + second);
        }
        return outcome.equals(first);
    }

    private SessionView view(Checkout checkout) {
        var open = checkout.status() == SessionStatus.OPEN;
        return new SessionView(
                checkout.sessionId(),
                checkout.terms().clientReferenceId(),
                checkout.status().code(),
                checkout.total().minor(),
                checkout.total().currency(),
                checkout.createdAt(),
                open ? Optional.of(documents.pageUrl(checkout.sessionId())) : Optional.empty(),
                details(checkout),
                acts(checkout));
    }

    private static Map<String, String> details(Checkout checkout) {
        var details = new LinkedHashMap<String, String>();
        details.put("payment_status", checkout.paid() ? "paid" : "unpaid");
        checkout.intent().ifPresent(intent -> {
            details.put("payment_intent", intent.id());
            details.put("payment_intent_status", intent.status().code());
            intent.lastError().map(Decline::word).ifPresent(word -> details.put("last_error", word));
            intent.latestCharge().ifPresent(charge -> details.put("latest_charge", charge));
        });
        checkout.refunds().stream().reduce((earlier, later) -> later).ifPresent(refund -> {
            details.put("refund", refund.id());
            details.put("refund_status", refund.status().code());
        });
        return details;
    }

    private static List<String> acts(Checkout checkout) {
        var acts = new ArrayList<String>();
        if (checkout.status() == SessionStatus.OPEN) {
            acts.add("pay");
            if (checkout.challenge().isPresent()) {
                acts.add("challenge");
            }
            acts.add("expire");
        }
        if (checkout.intent()
                .map(PaymentIntent::status)
                .filter(IntentStatus.PROCESSING::equals)
                .isPresent()) {
            acts.add("settle");
        }
        if (checkout.latestCharge()
                .filter(charge -> charge.captured()
                        && checkout.refunded(charge.id()) < charge.amount().minor())
                .isPresent()) {
            acts.add("refund");
        }
        if (checkout.refunds().stream()
                .anyMatch(
                        refund -> refund.balanceTransaction().isPresent() && refund.status() != RefundStatus.FAILED)) {
            acts.add("end_refund");
        }
        return acts;
    }
}
