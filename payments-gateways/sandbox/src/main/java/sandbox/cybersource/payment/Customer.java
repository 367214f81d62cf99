package sandbox.cybersource.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import sandbox.clock.SimulatedClock;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;
import sandbox.rule.Rules;
import sandbox.store.Events;
import sandbox.webhook.OutgoingEvent;

/** What a customer can do, on the page or through the control API: the same acts, under the same rules. */
@ApplicationScoped
public class Customer {
    /** Of which the browser brings nothing back. */
    private static final String BROWSER_LOST = "2151";
    /** Of which nobody hears, and which searches show late. */
    private static final String ALL_LOST = "2152";

    private static final Duration LATE = Duration.ofSeconds(20);

    @Inject
    Checkouts checkouts;

    @Inject
    Events events;

    @Inject
    Rules rules;

    @Inject
    SimulatedClock clock;

    @Inject
    CyberSourceAccount account;

    @Inject
    Replies replies;

    /** Empty if the form was used up before. */
    public Optional<Checkout> pays(String reference) {
        return answers(reference, checkout -> taken(Misbehaviour.DECLINE, checkout)
                .map(rule -> Outcome.declined(rule.code().matches("[0-9]{3}") ? rule.code() : "203"))
                .orElseGet(() -> Outcome.byAmount(checkout.asked())));
    }

    public Optional<Checkout> isDeclined(String reference, String reason) {
        return answers(reference, checkout -> Outcome.declined(reason));
    }

    public Optional<Checkout> isReviewed(String reference) {
        return answers(reference, checkout -> Outcome.IN_REVIEW);
    }

    public Optional<Checkout> cancels(String reference) {
        return answers(reference, checkout -> Outcome.CANCELED);
    }

    @FunctionalInterface
    private interface Bank {
        Outcome of(Checkout checkout);
    }

    private Optional<Checkout> answers(String reference, Bank bank) {
        return checkouts.alone(
                reference,
                () -> checkouts.find(reference).filter(Checkout::isOpen).map(checkout -> {
                    var outcome = bank.of(checkout);
                    var now = clock.now();
                    var transaction = outcome.equals(Outcome.CANCELED)
                            ? Optional.<Transaction>empty()
                            : Optional.of(transaction(checkout, outcome, now));
                    transaction.ifPresent(checkouts::add);
                    return answered(checkout, outcome, transaction, now);
                }));
    }

    private Checkout answered(Checkout checkout, Outcome outcome, Optional<Transaction> transaction, Instant now) {
        var amount = checkout.asked().shortText();
        var reply = replies.of(checkout, outcome, transaction, now);
        var answered = checkout.answered(reply, !List.of(BROWSER_LOST, ALL_LOST).contains(amount));
        checkouts.write(answered);
        if (!amount.equals(ALL_LOST)) {
            events.record(
                    CyberSourceAccount.GATEWAY,
                    checkout.reference(),
                    checkout.names(),
                    List.of(new OutgoingEvent(UUID.randomUUID().toString(), Replies.NOTICE, reply.encoded())));
        }
        return answered;
    }

    private Transaction transaction(Checkout checkout, Outcome outcome, Instant now) {
        var id = Ids.next();
        var inReview = outcome.equals(Outcome.IN_REVIEW);
        return new Transaction(
                id,
                id,
                id,
                checkout.reference(),
                checkout.reference(),
                checkout.sale() && !inReview ? Transaction.Kind.SALE : Transaction.Kind.AUTHORIZATION,
                outcome.reason().orElseThrow(),
                status(checkout, outcome),
                agreed(checkout, outcome),
                now,
                now.plus(checkout.asked().shortText().equals(ALL_LOST) ? LATE : account.searchDelay()));
    }

    private static String status(Checkout checkout, Outcome outcome) {
        if (outcome.equals(Outcome.IN_REVIEW)) {
            return "AUTHORIZED_PENDING_REVIEW";
        }
        if (!outcome.isApproved()) {
            return outcome.isFailure() ? "SERVER_ERROR" : "DECLINED";
        }
        return checkout.sale() ? "TRANSMITTED" : "AUTHORIZED";
    }

    private Sum agreed(Checkout checkout, Outcome outcome) {
        if (!outcome.isApproved()) {
            return checkout.asked();
        }
        if (outcome.reason().filter("110"::equals).isPresent()) {
            return Sum.of("2999", checkout.asked().currency());
        }
        var amount = taken(Misbehaviour.AMOUNT, checkout).map(Rule::number);
        var currency =
                taken(Misbehaviour.CURRENCY, checkout).map(rule -> rule.code().toUpperCase(Locale.ROOT));
        return new Sum(
                amount.orElse(checkout.asked().minor()),
                currency.orElse(checkout.asked().currency()));
    }

    private Optional<Rule> taken(Misbehaviour kind, Checkout checkout) {
        return rules.take(CyberSourceAccount.GATEWAY, kind, checkout.names());
    }
}
