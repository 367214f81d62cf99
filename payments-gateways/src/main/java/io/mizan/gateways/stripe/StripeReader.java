package io.mizan.gateways.stripe;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.FactKind.AuthorizationEnd;
import io.mizan.fact.FactKind.Closing;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Redirect;
import io.mizan.gateways.http.UnlistedCodes;
import io.mizan.gateways.http.UnlistedStatuses;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.stripe.wire.Charge;
import io.mizan.gateways.stripe.wire.CheckoutSession;
import io.mizan.gateways.stripe.wire.Document;
import io.mizan.gateways.stripe.wire.Event;
import io.mizan.gateways.stripe.wire.Metadata;
import io.mizan.gateways.stripe.wire.PaymentError;
import io.mizan.gateways.stripe.wire.PaymentIntent;
import io.mizan.gateways.stripe.wire.Refund;
import io.mizan.id.AttemptId;
import io.mizan.secrets.Digests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads Stripe's objects as facts. Pure but for its log. What an object implies depends on the object alone, whoever
 * shows it; a message adds only its time, and that is what makes a webhook and an inquiry tell the same fact:
 *
 * <ul>
 *   <li>money is told of the payment intent, whichever of session, intent and charge shows it;
 *   <li>a declined try is told of its charge, or where no issuer was asked, of the intent and the means of payment;
 *   <li>a page is told of its session;
 *   <li>a refund is told of itself, never of a sum that a charge shows, which would not say which of them failed.
 * </ul>
 *
 * An object whose status is not listed here implies nothing, and a person hears of it.
 */
final class StripeReader {
    private static final Logger LOG = Logger.getLogger(StripeReader.class.getName());
    private static final UnlistedCodes UNLISTED_CODES = new UnlistedCodes(LOG, Level.WARNING, "stripe.status.unlisted");
    private static final String ASYNC_FAILED = "checkout.session.async_payment_failed";
    private static final String AUTHORIZATION_EXPIRED = "charge.expired";
    private static final String REFUND_CREATED = "refund.created";
    /** Lists say nothing of what they hold; no other is asked for. */
    private static final String LIST_OF_REFUNDS = "list";

    private final Account account;

    StripeReader(Account account) {
        this.account = account;
    }

    /**
     * What a webhook says.
     *
     * @param proof why it was believed
     * @throws IllegalArgumentException if it is not an event of Stripe's
     */
    Callback.Reading read(byte[] body, String proof) {
        var event = Event.parse(body);
        var told = new Told(
                event.created(),
                Optional.empty(),
                new Observation.Message(event.id(), Words.kept(event.type()), Digests.sha256(body), proof));
        return switch (event.type()) {
            case "checkout.session.completed",
                    "checkout.session.async_payment_succeeded",
                    ASYNC_FAILED,
                    "checkout.session.expired" -> {
                var session = CheckoutSession.of(event.shown());
                yield session.mode().equals("payment")
                        ? relevant(
                                session.metadata(),
                                session(session, event.type().equals(ASYNC_FAILED), told))
                        : new Callback.Reading.Irrelevant(Words.kept("checkout.session of mode " + session.mode()));
            }
            case "payment_intent.created",
                    "payment_intent.requires_action",
                    "payment_intent.processing",
                    "payment_intent.amount_capturable_updated",
                    "payment_intent.succeeded",
                    "payment_intent.payment_failed",
                    "payment_intent.canceled" -> {
                var intent = PaymentIntent.of(event.shown());
                yield relevant(intent.metadata(), intent(intent, told));
            }
            case "charge.succeeded", "charge.pending", "charge.failed", "charge.captured", AUTHORIZATION_EXPIRED -> {
                var charge = Charge.of(event.shown());
                yield charge.paymentIntent().isPresent()
                        ? relevant(
                                charge.metadata(), charge(charge, event.type().equals(AUTHORIZATION_EXPIRED), told))
                        : new Callback.Reading.Irrelevant("charge without a payment intent");
            }
            case REFUND_CREATED, "refund.updated", "refund.failed", "charge.refund.updated" -> {
                var refund = Refund.of(event.shown());
                yield refund.paymentIntent().isPresent()
                        ? relevant(refund.metadata(), refunds(List.of(refund), told))
                        : new Callback.Reading.Irrelevant("refund without a payment intent");
            }
            case "charge.refunded" -> sumRefunded(Charge.of(event.shown()));
            default -> new Callback.Reading.Irrelevant(Words.kept(event.type()));
        };
    }

    /** It says how much was given back in all, and not by which refunds: those are asked for. */
    private static Callback.Reading sumRefunded(Charge charge) {
        return charge.paymentIntent()
                .<Callback.Reading>map(intent -> new Callback.Reading.Hint(
                        charge.metadata().attempt(),
                        new Refs().intent(intent).charge(charge.id()).list(),
                        "charge.refunded"))
                .orElseGet(() -> new Callback.Reading.Irrelevant("charge without a payment intent"));
    }

    /**
     * What an answer to a call of ours says.
     *
     * @param asked what was asked, for the evidence
     * @throws IllegalArgumentException if it is no object that we ask for
     */
    Observation answer(StripeReply.Answered answer, byte[] body, String asked) {
        var document = Document.parse(body);
        var told = new Told(
                Optional.empty(),
                answer.date(),
                Observation.Message.answering(asked, answer.requestId().orElse(""), Digests.sha256(body)));
        return switch (document.objectName()) {
            case CheckoutSession.OBJECT -> session(CheckoutSession.of(document), false, told);
            case PaymentIntent.OBJECT -> intent(PaymentIntent.of(document), told);
            case Refund.OBJECT -> refunds(List.of(Refund.of(document)), told);
            case LIST_OF_REFUNDS -> refunds(Refund.listedIn(document), told);
            default -> throw new IllegalArgumentException("no session, payment intent or refund");
        };
    }

    /**
     * A message and its times.
     *
     * @param at when what it is about happened; only an event says so
     * @param asOf when Stripe gave this answer: what an answer shows without a time of its own was so by then
     */
    private record Told(Optional<Instant> at, Optional<Instant> asOf, Observation.Message message) {
        Optional<Instant> atOrAsOf() {
            return at.or(() -> asOf);
        }
    }

    private static Callback.Reading relevant(Metadata metadata, Observation observation) {
        Optional<AttemptId> mark = metadata.attempt();
        return new Callback.Reading.Relevant(mark, observation);
    }

    private Observation session(CheckoutSession session, boolean failedLater, Told told) {
        var facts = new Facts();
        var refs = new Refs().session(session.id());
        var opened = Fact.of(FactKind.CHECKOUT_OPENED, account, session.id()).at(session.created());
        facts.add(session.expiresAt()
                .map(until -> opened.with(Fact.PAY_UNTIL, until.toString()))
                .orElse(opened));
        session.paymentIntent().ifPresent(refs::intent);
        session.intent().ifPresent(intent -> addIntent(intent, told, facts, refs));
        switch (session.status()) {
            case "open" -> {
                // payable, and nothing more
            }
            case "expired" -> facts.add(closed(session, Closing.EXPIRED, told));
            case "complete" -> addCompleted(session, failedLater, told, facts);
            default -> facts.unlisted.tell(CheckoutSession.OBJECT, session.status());
        }
        return observed(
                facts,
                refs,
                session.url().filter(url -> session.status().equals("open")).map(Redirect::to),
                told);
    }

    /**
     * A completed page takes no other try. Where the answer holds the whole intent, that tells how the money stands;
     * a webhook's session holds only its id, and says paid or not, which for a payment that we capture says nothing.
     */
    private void addCompleted(CheckoutSession session, boolean failedLater, Told told, Facts facts) {
        if (failedLater) {
            facts.add(closed(session, Closing.FAILED, told));
            return;
        }
        if (session.intent().isPresent()) {
            var intent = session.intent().get();
            switch (intent.status()) {
                case "requires_payment_method" -> facts.add(closed(session, Closing.FAILED, told));
                case "canceled" -> {
                    if (!wasAuthorized(intent)) {
                        facts.add(closed(session, Closing.FAILED, told));
                    }
                }
                case "requires_action" -> facts.add(approved(intent.id(), told.atOrAsOf()));
                default -> {
                    // told by the intent itself
                }
            }
            return;
        }
        var capturedByUs =
                CaptureMode.MANUAL.code().equals(session.metadata().values().get(Metadata.CAPTURE));
        if (session.paymentIntent().isPresent() && !capturedByUs) {
            var intent = session.paymentIntent().get();
            switch (session.paymentStatus()) {
                case "paid" ->
                    addCaptured(
                            intent,
                            session.amountTotal().orElse(0L),
                            session.currency().orElse(""),
                            told.at(),
                            facts);
                case "unpaid" -> facts.add(approved(intent, told.atOrAsOf()));
                case "no_payment_required" -> {
                    // nothing to collect, and nothing to tell
                }
                default -> facts.unlisted.tell("payment_status", session.paymentStatus());
            }
        }
    }

    private Observation intent(PaymentIntent intent, Told told) {
        var facts = new Facts();
        var refs = new Refs();
        addIntent(intent, told, facts, refs);
        return observed(facts, refs, Optional.empty(), told);
    }

    private void addIntent(PaymentIntent intent, Told told, Facts facts, Refs refs) {
        refs.intent(intent.id());
        intent.lastPaymentError().flatMap(PaymentError::charge).ifPresent(refs::charge);
        intent.latestCharge().ifPresent(refs::charge);
        addDeclines(intent, told, facts);
        intent.charge().filter(Charge::captured).stream()
                .flatMap(charge -> charge.refunds().stream())
                .forEach(refund -> addRefund(refund, told, facts, refs));
        switch (intent.status()) {
            case "requires_payment_method", "requires_confirmation" -> {
                // waits for the next try
            }
            case "requires_action" ->
                facts.add(Fact.of(FactKind.CHALLENGE_REQUIRED, account, intent.id())
                        .withQualifier(intent.paymentMethod().orElse(""))
                        .at(told.atOrAsOf()));
            case "processing" ->
                facts.add(approved(
                        intent.id(),
                        told.at()
                                .or(() -> intent.charge().flatMap(Charge::created))
                                .or(told::asOf)));
            case "requires_capture" -> addAuthorized(intent, intent.amountCapturable(), told, facts);
            case "succeeded" ->
                addCaptured(intent.id(), intent.amountReceived(), intent.currency(), collectedAt(intent, told), facts);
            case "canceled" -> {
                if (wasAuthorized(intent)) {
                    // An end tells of a beginning, which a message lost on the way may have been the only one to tell.
                    addAuthorized(intent, intent.charge().map(Charge::amount).orElse(intent.amount()), told, facts);
                    facts.add(ended(
                            intent.id(), endOf(intent), intent.canceledAt().or(told::at)));
                }
            }
            default -> facts.unlisted.tell(PaymentIntent.OBJECT, intent.status());
        }
    }

    private Observation charge(Charge charge, boolean authorizationExpired, Told told) {
        var facts = new Facts();
        var intent = charge.paymentIntent().orElseThrow();
        switch (charge.status()) {
            case "failed" -> facts.add(declined(charge, told));
            case "pending" -> facts.add(approved(intent, charge.created().or(told::at)));
            case "succeeded" -> {
                if (charge.captured()) {
                    addCaptured(intent, charge.amountCaptured(), charge.currency(), collectedAt(charge, told), facts);
                } else {
                    addAuthorized(intent, charge.amount(), charge.currency(), Optional.of(charge), told, facts);
                    if (authorizationExpired) {
                        facts.add(ended(intent, AuthorizationEnd.EXPIRED, told.at()));
                    }
                }
            }
            default -> facts.unlisted.tell(Charge.OBJECT, charge.status());
        }
        return observed(facts, new Refs().intent(intent).charge(charge.id()), Optional.empty(), told);
    }

    private Observation refunds(List<Refund> refunds, Told told) {
        var facts = new Facts();
        var refs = new Refs();
        for (var refund : refunds) {
            refund.paymentIntent().ifPresent(refs::intent);
            refund.charge().ifPresent(refs::charge);
            addRefund(refund, told, facts, refs);
        }
        return observed(facts, refs, Optional.empty(), told);
    }

    private void addRefund(Refund refund, Told told, Facts facts, Refs refs) {
        if (refund.isReleaseOfHeldFunds()) {
            return;
        }
        refs.refund(refund.id());
        switch (refund.status()) {
            case "requires_action" ->
                facts.add(refunded(refund, FactKind.Refund.REQUIRES_ACTION).at(refund.created()));
            case "pending" ->
                facts.add(refunded(refund, FactKind.Refund.PENDING).at(refund.created()));
            case "succeeded" ->
                facts.add(refunded(refund, FactKind.Refund.SUCCEEDED).at(endedAt(refund, told)));
            case "failed" ->
                facts.add(whyFailed(refund, refunded(refund, FactKind.Refund.FAILED))
                        .at(endedAt(refund, told)));
            case "canceled" ->
                facts.add(refunded(refund, FactKind.Refund.CANCELED).at(endedAt(refund, told)));
            default -> facts.unlisted.tell(Refund.OBJECT, refund.status());
        }
    }

    private Fact refunded(Refund refund, FactKind.Refund status) {
        return Fact.of(FactKind.REFUND_STATUS, account, refund.id())
                .withQualifier(status.qualifier())
                .withAmount(StripeAmounts.fromStripe(refund.amount(), refund.currency()));
    }

    private static Fact whyFailed(Refund refund, Fact failed) {
        return refund.failureReason()
                .map(reason -> {
                    var known = RefundFailures.known(reason);
                    var told = failed.with(Fact.CODE, Words.kept(reason))
                            .with(
                                    Fact.CATEGORY,
                                    known.orElse(FailureCategory.ISSUER_DECLINED)
                                            .code());
                    return known.isPresent() ? told : told.with(Fact.UNLISTED, "true");
                })
                .orElse(failed);
    }

    /** A refund states when it was made, and only the message of its making says that it ended at once. */
    private static Optional<Instant> endedAt(Refund refund, Told told) {
        var type = told.message().type();
        return type.equals(REFUND_CREATED) || type.equals(Operation.REFUND.code()) ? refund.created() : told.at();
    }

    /** The tries that the intent still remembers: the latest that failed, and the latest that reached an issuer. */
    private void addDeclines(PaymentIntent intent, Told told, Facts facts) {
        var charge = intent.charge().filter(Charge::isFailed);
        charge.ifPresent(failed -> facts.add(declined(failed, told)));
        intent.lastPaymentError().ifPresent(error -> {
            var own = error.charge()
                    .map(id -> Fact.of(FactKind.TRY_DECLINED, account, id))
                    .orElseGet(() -> Fact.of(FactKind.TRY_DECLINED, account, intent.id())
                            .withQualifier(error.paymentMethod()
                                    .or(intent::paymentMethod)
                                    .orElse("")));
            var time = charge.filter(
                            it -> error.charge().filter(it.id()::equals).isPresent())
                    .flatMap(Charge::created)
                    .or(told::atOrAsOf);
            facts.add(why(own, StripeDeclines.category(error.word()), error.word())
                    .at(time));
        });
    }

    private Fact declined(Charge charge, Told told) {
        var blocked = charge.outcomeType().filter("blocked"::equals).isPresent();
        var byIssuer = charge.outcomeType().filter("issuer_declined"::equals).isPresent();
        var code = charge.outcomeReason()
                .filter(reason -> byIssuer)
                .or(charge::failureCode)
                .orElse("card_declined");
        return why(
                        Fact.of(FactKind.TRY_DECLINED, account, charge.id()),
                        blocked ? FailureCategory.FRAUD_SUSPECTED : StripeDeclines.category(code),
                        code)
                .at(charge.created().or(told::at));
    }

    private static Fact why(Fact declined, FailureCategory category, String code) {
        var told = declined.with(Fact.CATEGORY, category.code()).with(Fact.CODE, Words.kept(code));
        return StripeDeclines.known(code).isPresent() ? told : told.with(Fact.UNLISTED, "true");
    }

    private void addAuthorized(PaymentIntent intent, long amount, Told told, Facts facts) {
        addAuthorized(intent.id(), amount, intent.currency(), intent.charge(), told, facts);
    }

    private void addAuthorized(
            String intent, long amount, String currency, Optional<Charge> charge, Told told, Facts facts) {
        if (amount <= 0) {
            return;
        }
        var authorized = Fact.of(FactKind.AUTHORIZED, account, intent)
                .withAmount(StripeAmounts.fromStripe(amount, currency))
                .at(charge.flatMap(Charge::created).or(told::at));
        facts.add(charge.flatMap(Charge::captureBefore)
                .map(until -> authorized.with(Fact.VALID_UNTIL, until.toString()))
                .orElse(authorized));
    }

    private void addCaptured(String intent, long amount, String currency, Optional<Instant> at, Facts facts) {
        if (amount > 0) {
            facts.add(Fact.of(FactKind.CAPTURED, account, intent)
                    .withAmount(StripeAmounts.fromStripe(amount, currency))
                    .at(at));
        }
    }

    private Fact approved(String intent, Optional<Instant> at) {
        return Fact.of(FactKind.PAYER_APPROVED, account, intent).at(at);
    }

    private Fact ended(String intent, AuthorizationEnd end, Optional<Instant> at) {
        return Fact.of(FactKind.AUTHORIZATION_ENDED, account, intent)
                .withQualifier(end.qualifier())
                .at(at);
    }

    private Fact closed(CheckoutSession session, Closing closing, Told told) {
        return Fact.of(FactKind.CHECKOUT_CLOSED, account, session.id())
                .withQualifier(closing.qualifier())
                .with(Fact.BASIS, "stated")
                .at(told.at());
    }

    /** A card's charge is made when it is collected; of other means and of a capture by us only an event tells when. */
    private static Optional<Instant> collectedAt(PaymentIntent intent, Told told) {
        return intent.charge()
                .filter(charge -> !intent.isCapturedByUs() && charge.isCollectedAtOnce())
                .flatMap(Charge::created)
                .or(told::at);
    }

    private static Optional<Instant> collectedAt(Charge charge, Told told) {
        return told.message().type().equals("charge.succeeded") && charge.isCollectedAtOnce()
                ? charge.created().or(told::at)
                : told.at();
    }

    /** An intent that Stripe cancels with its page never held funds; one whose latest try succeeded did. */
    private static boolean wasAuthorized(PaymentIntent intent) {
        return intent.charge()
                .map(Charge::isAuthorizedOnly)
                .orElseGet(() -> intent.isCapturedByUs()
                        && intent.latestCharge().isPresent()
                        && intent.lastPaymentError().isEmpty());
    }

    private static AuthorizationEnd endOf(PaymentIntent intent) {
        return switch (intent.cancellationReason().orElse("")) {
            case "automatic", "expired" -> AuthorizationEnd.EXPIRED;
            default -> AuthorizationEnd.VOIDED;
        };
    }

    private static Observation observed(Facts facts, Refs refs, Optional<Redirect> redirect, Told told) {
        return new Observation(facts.list(), refs.list(), redirect, told.message(), facts.unlisted.words());
    }

    /** The facts of one message, each once: an object may tell one twice, as an intent and its charge do. */
    private static final class Facts {
        final UnlistedStatuses unlisted = new UnlistedStatuses(UNLISTED_CODES);
        private final Map<Fact.Identity, Fact> byIdentity = new LinkedHashMap<>();

        void add(Fact fact) {
            byIdentity.putIfAbsent(fact.identity(), fact);
        }

        List<Fact> list() {
            return List.copyOf(byIdentity.values());
        }
    }

    private static final class Refs {
        private final LinkedHashSet<ProviderRef> refs = new LinkedHashSet<>();

        Refs session(String id) {
            refs.add(new ProviderRef(StripeRequests.SESSION, id));
            return this;
        }

        Refs intent(String id) {
            refs.add(new ProviderRef(StripeRequests.INTENT, id));
            return this;
        }

        Refs charge(String id) {
            refs.add(new ProviderRef(StripeRequests.CHARGE, id));
            return this;
        }

        Refs refund(String id) {
            refs.add(new ProviderRef(StripeRequests.REFUND, id));
            return this;
        }

        List<ProviderRef> list() {
            return new ArrayList<>(refs);
        }
    }
}
