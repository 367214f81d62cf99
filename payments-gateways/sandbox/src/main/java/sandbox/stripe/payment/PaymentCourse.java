package sandbox.stripe.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One act upon a checkout, and the events that tell of it in the order in which they happen. Made for one act, then read:
 * {@link #checkout()} is what it led to, {@link #happenings()} what it caused.
 */
public final class PaymentCourse {
    /** How long an issuer keeps its promise to a merchant that the cardholder does not face. */
    static final Duration AUTHORIZATION_LASTS = Duration.ofDays(7);

    /** A bank debit on its way cannot be called back. */
    private static final Set<IntentStatus> CANCELABLE =
            Set.of(IntentStatus.REQUIRES_PAYMENT_METHOD, IntentStatus.REQUIRES_ACTION, IntentStatus.REQUIRES_CAPTURE);

    private final Instant now;
    private final Ids ids;
    private final List<Happening> happenings = new ArrayList<>();
    private Checkout checkout;

    public PaymentCourse(Checkout checkout, Instant now, Ids ids) {
        this.checkout = checkout;
        this.now = now;
        this.ids = ids;
    }

    public Checkout checkout() {
        return checkout;
    }

    public List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /** The customer submits a card. A second submission of a finished session is refused, so it cannot pay twice. */
    public PaymentCourse payByCard(SubmittedCard submitted, Deviation deviation) {
        beginTry(deviation);
        var method = new PaymentMethod(ids.method(), Optional.of(submitted.card()), submitted.holder());
        var verdict = submitted.verdict().overruledBy(deviation.decline());
        if (verdict.challenge()) {
            checkout = checkout.withIntent(intent().challenged(method.id()))
                    .withChallenge(Optional.of(new Challenge(method, verdict)));
            tellOfIntent("payment_intent.requires_action");
        } else {
            charge(method, verdict, false);
        }
        return this;
    }

    /** The customer lets a bank account be debited, which takes days: the session is complete, the money is not there. */
    public PaymentCourse payByBankDebit(Optional<String> holder, Deviation deviation) {
        if (!checkout.offersBankDebit()) {
            throw new PaymentRefused("", "This Checkout Session does not offer a bank debit.");
        }
        beginTry(deviation);
        var method = PaymentMethod.bankDebit(ids.method(), holder);
        var charge = newCharge(method, "normal", false, ChargeStatus.PENDING, Optional.empty());
        checkout = checkout.withCharge(charge)
                .withIntent(intent().charged(IntentStatus.PROCESSING, charge, 0, 0))
                .completed(false, holder);
        tellOfIntent("payment_intent.processing");
        tellOfCharge("charge.pending", charge);
        tellOfSession("checkout.session.completed");
        return this;
    }

    /** The customer has authenticated; now the issuer is asked. */
    public PaymentCourse completeChallenge() {
        var challenge = outstandingChallenge();
        checkout = checkout.withChallenge(Optional.empty());
        charge(challenge.method(), challenge.verdict(), true);
        return this;
    }

    /** The customer could not or would not authenticate; the session stays open for another card. */
    public PaymentCourse failChallenge() {
        outstandingChallenge();
        checkout = checkout.withChallenge(Optional.empty())
                .withIntent(intent().declined(Decline.of(Decline.AUTHENTICATION_FAILED), Optional.empty()));
        tellOfIntent("payment_intent.payment_failed");
        return this;
    }

    /** The bank answers, days later. */
    public PaymentCourse settle(boolean succeeded) {
        if (checkout.intent()
                .map(PaymentIntent::status)
                .filter(IntentStatus.PROCESSING::equals)
                .isEmpty()) {
            throw new PaymentRefused("payment_intent_unexpected_state", "No payment of this session is processing.");
        }
        var pending = checkout.latestCharge().orElseThrow();
        if (succeeded) {
            var amount = pending.amount().minor();
            var charge = pending.taken(amount, ids.balanceTransaction());
            checkout = checkout.withCharge(charge)
                    .withIntent(intent().charged(IntentStatus.SUCCEEDED, charge, 0, amount))
                    .withPaid();
            tellOfCharge("charge.succeeded", charge);
            tellOfIntent("payment_intent.succeeded");
            tellOfSession("checkout.session.async_payment_succeeded");
        } else {
            var reason = Decline.of("insufficient_funds");
            var charge = pending.failed(reason);
            checkout = checkout.withCharge(charge).withIntent(intent().declined(reason, Optional.of(charge.id())));
            tellOfCharge("charge.failed", charge);
            tellOfIntent("payment_intent.payment_failed");
            tellOfSession("checkout.session.async_payment_failed");
        }
        return this;
    }

    /**
     * The merchant takes what was authorized, or less; the rest is released for good, and told as a refund.
     *
     * @param amount absent for all of it
     */
    public PaymentCourse capture(Optional<Long> amount) {
        var intent = intent();
        if (intent.status() != IntentStatus.REQUIRES_CAPTURE) {
            throw new PaymentRefused(
                    "payment_intent_unexpected_state",
                    "This PaymentIntent cannot be captured: its status is "
                            + intent.status().code() + ", and only requires_capture allows it.");
        }
        long taken = amount.orElse(intent.capturable());
        if (taken > intent.capturable()) {
            throw new PaymentRefused(
                    "amount_too_large",
                    "The amount to capture is more than what can be captured of this PaymentIntent.");
        }
        var charge = checkout.latestCharge().orElseThrow().taken(taken, ids.balanceTransaction());
        checkout = checkout.withCharge(charge)
                .withIntent(intent.charged(IntentStatus.SUCCEEDED, charge, 0, taken))
                .withPaid();
        var rest = intent.capturable() - taken;
        if (rest == 0) {
            tellOfCapture(charge);
            return this;
        }
        var released = Refund.released(ids.refund(charge.method()), charge, now, rest);
        checkout = checkout.withRefund(released);
        tellOfCapture(charge);
        tellOfRefund("refund.created", released);
        tellOfCharge("charge.refunded", charge);
        return this;
    }

    /** The merchant gives the payment up; an authorization is released. */
    public PaymentCourse cancel(Optional<String> reason) {
        var intent = intent();
        if (checkout.status() == SessionStatus.OPEN) {
            throw new PaymentRefused(
                    "payment_intent_unexpected_state",
                    "This PaymentIntent belongs to an open Checkout Session; expire the session instead.");
        }
        if (!CANCELABLE.contains(intent.status())) {
            throw new PaymentRefused(
                    "payment_intent_unexpected_state",
                    "This PaymentIntent cannot be canceled: its status is "
                            + intent.status().code() + ".");
        }
        cancelIntent(reason);
        return this;
    }

    /** The merchant closes a session that nobody has finished. */
    public PaymentCourse expire() {
        if (checkout.status() != SessionStatus.OPEN) {
            throw new PaymentRefused(
                    "",
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of `"
                            + checkout.status().code() + "`.");
        }
        expireSession();
        return this;
    }

    /**
     * Money that was taken is given back, in whole or in part.
     *
     * @param chargeId absent for the one that was paid
     */
    public PaymentCourse refund(Optional<String> chargeId, RefundTerms terms) {
        var charge = chargeId.flatMap(checkout::charge)
                .or(checkout::latestCharge)
                .orElseThrow(() -> new PaymentRefused("", "Nothing was paid, so there is nothing to refund."));
        var refund = new RefundCourse(checkout, now, ids).begun(charge, terms);
        checkout = checkout.withRefund(refund);
        tellOfRefund("refund.created", refund);
        tellOfCharge("charge.refunded", charge);
        return this;
    }

    /** A bank has done with the latest refund, or has sent it back, which may be days after it had succeeded. */
    public PaymentCourse endRefund(boolean succeeded) {
        var refund = new RefundCourse(checkout, now, ids).ended(succeeded);
        checkout = checkout.withRefund(refund);
        tellOfRefund("refund.updated", refund);
        if (!succeeded) {
            tellOfRefund("refund.failed", refund);
        }
        return this;
    }

    /** Time passes: an open session runs out, an authorization lapses. Does nothing when nothing is due. */
    public PaymentCourse tick() {
        if (checkout.nextDue().filter(due -> !due.isAfter(now)).isEmpty()) {
            return this;
        }
        if (checkout.status() == SessionStatus.OPEN) {
            expireSession();
        } else {
            cancelIntent(Optional.of("expired"));
        }
        return this;
    }

    private void expireSession() {
        checkout = checkout.expired();
        tellOfSession("checkout.session.expired");
        if (checkout.intent().filter(intent -> !intent.isFinal()).isPresent()) {
            cancelIntent(Optional.of("expired"));
        }
    }

    private void cancelIntent(Optional<String> reason) {
        checkout = checkout.withIntent(intent().canceled(now, reason));
        tellOfIntent("payment_intent.canceled");
    }

    /** The first try makes the intent; whatever a rule wants to be taken instead is settled before anything is told. */
    private void beginTry(Deviation deviation) {
        if (checkout.status() != SessionStatus.OPEN) {
            throw new PaymentRefused(
                    "", "This Checkout Session is " + checkout.status().code() + ".");
        }
        checkout = checkout.withTotal(deviation.apply(checkout.total())).withChallenge(Optional.empty());
        if (checkout.intent().isEmpty()) {
            checkout = checkout.withIntent(PaymentIntent.created(ids.intent(), now, checkout.total()));
            tellOfIntent("payment_intent.created");
        } else {
            checkout = checkout.withIntent(intent().costing(checkout.total()));
        }
    }

    private void charge(PaymentMethod method, Verdict verdict, boolean authenticated) {
        if (verdict.decline().isPresent()) {
            var reason = verdict.decline().get();
            var charge = newCharge(method, verdict.risk(), authenticated, ChargeStatus.FAILED, Optional.of(reason));
            checkout = checkout.withCharge(charge).withIntent(intent().declined(reason, Optional.of(charge.id())));
            tellOfCharge("charge.failed", charge);
            tellOfIntent("payment_intent.payment_failed");
            return;
        }
        var authorized = newCharge(method, verdict.risk(), authenticated, ChargeStatus.SUCCEEDED, Optional.empty());
        var amount = authorized.amount().minor();
        if (checkout.terms().captureMethod() == CaptureMethod.MANUAL) {
            checkout = checkout.withCharge(authorized)
                    .withIntent(intent().charged(IntentStatus.REQUIRES_CAPTURE, authorized, amount, 0))
                    .completed(false, method.holder());
            tellOfCharge("charge.succeeded", authorized);
            tellOfIntent("payment_intent.amount_capturable_updated");
        } else {
            var taken = authorized.taken(amount, ids.balanceTransaction());
            checkout = checkout.withCharge(taken)
                    .withIntent(intent().charged(IntentStatus.SUCCEEDED, taken, 0, amount))
                    .completed(true, method.holder());
            tellOfCharge("charge.succeeded", taken);
            tellOfIntent("payment_intent.succeeded");
        }
        tellOfSession("checkout.session.completed");
    }

    private Charge newCharge(
            PaymentMethod method, String risk, boolean authenticated, ChargeStatus status, Optional<Decline> decline) {
        var authorizes = status == ChargeStatus.SUCCEEDED;
        return new Charge(
                ids.charge(method),
                now,
                intent().amount(),
                0,
                false,
                status,
                method,
                risk,
                authenticated,
                decline,
                authorizes ? Optional.of(now.plus(AUTHORIZATION_LASTS)) : Optional.empty(),
                Optional.empty());
    }

    private PaymentIntent intent() {
        return checkout.intent().orElseThrow();
    }

    private Challenge outstandingChallenge() {
        if (checkout.status() != SessionStatus.OPEN) {
            throw new PaymentRefused(
                    "", "This Checkout Session is " + checkout.status().code() + ".");
        }
        return checkout.challenge()
                .orElseThrow(() -> new PaymentRefused(
                        "payment_intent_unexpected_state",
                        "This Checkout Session does not wait for an authentication."));
    }

    private void tellOfSession(String type) {
        happenings.add(new Happening(type, Happening.Subject.SESSION, checkout.sessionId(), checkout));
    }

    private void tellOfIntent(String type) {
        happenings.add(new Happening(type, Happening.Subject.INTENT, intent().id(), checkout));
    }

    private void tellOfCapture(Charge charge) {
        tellOfCharge("charge.captured", charge);
        tellOfIntent("payment_intent.succeeded");
    }

    private void tellOfRefund(String type, Refund refund) {
        happenings.add(new Happening(type, Happening.Subject.REFUND, refund.id(), checkout));
    }

    private void tellOfCharge(String type, Charge charge) {
        happenings.add(new Happening(type, Happening.Subject.CHARGE, charge.id(), checkout));
    }
}
