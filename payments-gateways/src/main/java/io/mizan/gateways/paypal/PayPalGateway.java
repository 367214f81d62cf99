package io.mizan.gateways.paypal;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Capturing;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.Closing;
import io.mizan.gateway.Completing;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Refunding;
import io.mizan.gateway.Target;
import io.mizan.gateway.Voiding;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Outcomes;
import io.mizan.gateways.http.StoredCall;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * PayPal as a {@link PaymentGateway}. What the payer approves on PayPal's page moves no money; our {@link Completing}
 * does. So no page has to be closed at PayPal: one whose order is never completed takes no money, and its closing is a
 * decision of ours that the next look confirms.
 */
final class PayPalGateway implements PaymentGateway, Completing, Closing, Capturing, Voiding, Refunding {
    static final GatewayName NAME = new GatewayName("paypal");
    static final String DISPLAY_NAME = "PayPal";

    private static final Logger LOG = Logger.getLogger(PayPalGateway.class.getName());
    /** How long PayPal keeps a request id ("API idempotency"): orders six hours, payments 45 days. */
    private static final Recovery ORDERS = new Recovery.SameKey(Duration.ofHours(6));

    private static final Recovery PAYMENTS = new Recovery.SameKey(Duration.ofDays(45));
    private static final Set<String> UNDER_WAY = Set.of("ORDER_COMPLETION_IN_PROGRESS", "PREVIOUS_REQUEST_IN_PROGRESS");
    /**
     * That the invoice or the request id was used says the same, for both are of this attempt alone: what took the money is
     * looked for, and never taken for a no.
     */
    private static final Set<String> DONE_ALREADY = Set.of(
            "ORDER_ALREADY_CAPTURED",
            "ORDER_ALREADY_AUTHORIZED",
            "ORDER_COMPLETED_OR_VOIDED",
            "DUPLICATE_INVOICE_ID",
            "DUPLICATE_REQUEST_ID",
            "PAYPAL_REQUEST_ID_PREVIOUSLY_USED");

    /** The rule by which an order is over that PayPal knows no more. It does not say so: it knows none of another account. */
    private static final Optional<String> FORGOTTEN = Optional.of("forgotten");

    private static final String INQUIRY = "inquiry";

    private final PayPalSettings settings;
    private final Clock clock;
    private final PayPalClient client;
    private final PayPalSignature signature;
    private final PayPalReader reader;

    PayPalGateway(PayPalSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = new PayPalClient(settings, clock);
        this.signature = new PayPalSignature(
                settings.webhookIds(),
                new SigningCertificates(
                        settings.isSimulated()
                                ? CertificateAddress.orBelow(settings.apiBase())
                                : CertificateAddress.payPals(),
                        client::certificate,
                        TrustedRoots.of(settings, client::certificate),
                        settings.signerName(),
                        clock),
                settings.messageAge(),
                clock);
        this.reader = new PayPalReader(settings.books(), settings.patience().payFor());
    }

    @Override
    public GatewayName name() {
        return NAME;
    }

    @Override
    public Account account() {
        return settings.books();
    }

    @Override
    public GatewayProfile profile() {
        return new GatewayProfile(
                DISPLAY_NAME,
                Map.of(
                        Operation.OPEN_CHECKOUT, ORDERS,
                        Operation.COMPLETE, ORDERS,
                        Operation.CLOSE, new Recovery.Local(),
                        Operation.CAPTURE, PAYMENTS,
                        Operation.VOID, PAYMENTS,
                        Operation.REFUND, PAYMENTS),
                settings.patience().payFor(),
                settings.patience().watchFor(),
                settings.patience().inquiryIntervals(),
                GatewayProfile.Traits.USUAL.with(GatewayProfile.PayableUrl.CLOSED_BY_US));
    }

    @Override
    public Optional<String> objectionTo(Money amount) {
        return PayPalAmounts.objectionTo(amount);
    }

    @Override
    public RefundTerms refundTerms() {
        return new RefundTerms(true, false);
    }

    @Override
    public GatewayRequest openCheckout(CheckoutIntent intent) {
        return PayPalRequests.openCheckout(intent, settings.arabic());
    }

    @Override
    public GatewayRequest complete(Target target, String idempotencyKey) {
        return PayPalRequests.complete(target, idempotencyKey);
    }

    @Override
    public GatewayRequest close(Target target, String idempotencyKey) {
        return PayPalRequests.close(target, idempotencyKey);
    }

    @Override
    public GatewayRequest capture(Target target, Money amount, String idempotencyKey) {
        return PayPalRequests.capture(target, amount, idempotencyKey);
    }

    @Override
    public GatewayRequest voidAuthorization(Target target, Money held, String idempotencyKey) {
        return PayPalRequests.voidAuthorization(target, idempotencyKey);
    }

    @Override
    public GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        return PayPalRequests.refund(target, intent, idempotencyKey);
    }

    @Override
    public GatewayResult send(GatewayRequest request) {
        var content = PayPalRequests.stored(request);
        var budget = client.newBudget();
        if (request.operation() == Operation.CLOSE) {
            return closed(PayPalRequests.idIn(content), content.body().equals(PayPalRequests.COMPLETED), budget);
        }
        return concluded(client.post(content.path(), content.body(), request.idempotencyKey(), budget), answer -> {
            if (answer.isSuccess()) {
                return done(request, content, answer, budget);
            }
            return refused(request, content, answer, budget);
        });
    }

    private GatewayResult done(GatewayRequest request, StoredCall content, HttpReply.Answered answer, Budget budget) {
        var asked = request.operation().code();
        return switch (request.operation()) {
            case OPEN_CHECKOUT, COMPLETE -> read(answer, it -> reader.order(it, asked));
            case CAPTURE -> captured(read(answer, it -> reader.capture(it, PayPalRequests.idIn(content), asked)));
            case VOID ->
                answer.body().length == 0
                        ? lookAtAuthorization(PayPalRequests.idIn(content), budget)
                        : read(answer, it -> reader.authorization(it, asked));
            case REFUND -> read(answer, it -> reader.refund(it, PayPalRequests.idIn(content), asked));
            default -> throw new IllegalArgumentException("PayPal is never asked to " + asked);
        };
    }

    /** PayPal may make a capture and say in it that it was declined: then nothing was captured. */
    private static GatewayResult captured(GatewayResult told) {
        return told instanceof GatewayResult.Accepted accepted
                ? accepted.observation().facts().stream()
                        .filter(fact -> fact.kind() == FactKind.TRY_DECLINED)
                        .findFirst()
                        .<GatewayResult>map(PayPalGateway::declinedBy)
                        .orElse(told)
                : told;
    }

    private static GatewayResult declinedBy(Fact declined) {
        var code = declined.detail().getOrDefault(Fact.CATEGORY, "");
        var category = Arrays.stream(FailureCategory.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElse(FailureCategory.ISSUER_DECLINED);
        return new GatewayResult.Declined(category, declined.detail().getOrDefault(Fact.CODE, code));
    }

    private GatewayResult refused(
            GatewayRequest request, StoredCall content, HttpReply.Answered answer, Budget budget) {
        var error = PayPalError.in(answer);
        if (request.operation() == Operation.COMPLETE && isDefinite(answer, error)) {
            return notCompleted(request, PayPalRequests.idIn(content), answer, budget);
        }
        if (request.operation() == Operation.VOID && error.has("PREVIOUSLY_VOIDED")) {
            return lookAtAuthorization(PayPalRequests.idIn(content), budget);
        }
        return refusal(answer, error);
    }

    /** PayPal has looked at what was asked, and said no; whether it lets us in at all is another question. */
    private static boolean isDefinite(HttpReply.Answered answer, PayPalError error) {
        return error.isPayPals()
                && (answer.status() == 400 || answer.status() == 404 || answer.status() == 422)
                && error.issues().stream().noneMatch(UNDER_WAY::contains);
    }

    private GatewayResult notCompleted(GatewayRequest request, String order, HttpReply.Answered answer, Budget budget) {
        var asked = request.operation().code();
        var error = PayPalError.in(answer);
        if (error.issues().stream().anyMatch(DONE_ALREADY::contains)) {
            return lookedAt(order, budget, GatewayResult.Unknown.ofAnswer("completed already, and not seen to be"));
        }
        var reason = answer.status() == 422 && !error.issues().isEmpty()
                ? PayPalDeclines.ofCompletion(error.word())
                : new PayPalDeclines.Reason(FailureCategory.VALIDATION, error.word(), true);
        if (reason.category() == FailureCategory.REQUIRES_ACTION) {
            return read(answer, it -> reader.challenged(it, order, request.idempotencyKey(), clock.instant(), asked));
        }
        if (isPayers(reason.category())) {
            return read(
                    answer, it -> reader.declined(it, order, request.idempotencyKey(), clock.instant(), reason, asked));
        }
        var no = refusal(answer, error);
        return no instanceof GatewayResult.Declined declined && !declined.isTurnedAway()
                ? lookedAt(
                        order,
                        budget,
                        read(
                                answer,
                                it -> reader.notTaken(
                                        it, order, request.idempotencyKey(), clock.instant(), reason, asked)))
                : no;
    }

    /** The order can still be paid, by other means: a declined try, and no no to what we asked. */
    private static boolean isPayers(FailureCategory category) {
        return switch (category) {
            case ISSUER_DECLINED,
                    ISSUER_DECLINED_FINAL,
                    INSUFFICIENT_FUNDS,
                    EXPIRED_CARD,
                    INCORRECT_CVC,
                    FRAUD_SUSPECTED -> true;
            default -> false;
        };
    }

    /** Closed is what was never completed; so we look whether it was. That PayPal does not find it says nothing if it was. */
    private GatewayResult closed(String order, boolean completed, Budget budget) {
        return concluded(client.get(PayPalRequests.retrieveOrder(order), budget), answer -> {
            if (isUnknown(answer)) {
                return completed
                        ? GatewayResult.Unknown.ofAnswer("not found, and was completed")
                        : new GatewayResult.Accepted(reader.closed(
                                answer, order, FactKind.Closing.EXPIRED, FORGOTTEN, Operation.CLOSE.code()));
            }
            if (!answer.isSuccess()) {
                return refusal(answer, PayPalError.in(answer));
            }
            return read(answer, it -> reader.order(it, Operation.CLOSE.code())) instanceof GatewayResult.Accepted seen
                    ? closing(seen.observation(), answer, order)
                    : GatewayResult.Unknown.ofAnswer("unreadable answer");
        });
    }

    private GatewayResult closing(Observation seen, HttpReply.Answered answer, String order) {
        if (seen.facts().stream().map(Fact::kind).anyMatch(FactKind.CHECKOUT_CLOSED::equals)) {
            return new GatewayResult.Accepted(seen);
        }
        if (PayPalReader.isCompleted(answer)) {
            return new GatewayResult.Declined(FailureCategory.VALIDATION, "ORDER_COMPLETED");
        }
        return new GatewayResult.Accepted(reader.closed(
                answer, order, FactKind.Closing.CANCELED, Optional.of("never_completed"), Operation.CLOSE.code()));
    }

    @Override
    public GatewayResult inquire(Target target) {
        return target.ref(PayPalRequests.ORDER)
                .map(order -> concluded(
                        client.get(PayPalRequests.retrieveOrder(order), client.newBudget()),
                        answer -> seen(answer, order, target)))
                .orElseGet(GatewayResult.NotFound::new);
    }

    private GatewayResult seen(HttpReply.Answered answer, String order, Target target) {
        if (answer.isSuccess()) {
            return read(answer, it -> reader.order(it, INQUIRY));
        }
        if (!isUnknown(answer)) {
            return refusal(answer, PayPalError.in(answer));
        }
        // PayPal forgets an order that nobody approved in time; before that, it only has not heard of it. That it does
        // not
        // find one that was completed says nothing of the money.
        return PayPalRequests.hasMoved(target)
                        || clock.instant()
                                .isBefore(target.openedAt()
                                        .plus(settings.patience().payFor()))
                ? new GatewayResult.NotFound()
                : new GatewayResult.Accepted(
                        reader.closed(answer, order, FactKind.Closing.EXPIRED, FORGOTTEN, INQUIRY));
    }

    /**
     * Whether an order that PayPal does not complete is over all the same: an earlier sending, whose answer was lost, may have
     * completed it.
     *
     * @param otherwise if it is not
     */
    private GatewayResult lookedAt(String order, Budget budget, GatewayResult otherwise) {
        return concluded(client.get(PayPalRequests.retrieveOrder(order), budget), answer -> {
            // Also if PayPal does not know the order: that is for the inquiry to conclude, which knows how long to
            // wait.
            if (!answer.isSuccess()) {
                return GatewayResult.Unknown.ofAnswer("not completed, and could not be looked at");
            }
            var seen = read(answer, it -> reader.order(it, INQUIRY));
            return seen instanceof GatewayResult.Accepted accepted
                            && !PayPalReader.isOver(answer)
                            && accepted.observation().isClear()
                    ? otherwise
                    : seen;
        });
    }

    private GatewayResult lookAtAuthorization(String authorization, Budget budget) {
        return concluded(
                client.get(PayPalRequests.retrieveAuthorization(authorization), budget),
                answer -> answer.isSuccess()
                        ? read(answer, it -> reader.authorization(it, INQUIRY))
                        : GatewayResult.Unknown.ofAnswer("voided, and could not be looked at"));
    }

    @Override
    public Connection checkConnection() {
        return Connection.of(
                inquire(Target.ofNobody(clock.instant(), new ProviderRef(PayPalRequests.ORDER, "0TESTOFCONNECTION"))));
    }

    @Override
    public Callback.Verdict verify(Callback.Raw callback) {
        var verdict = signature.judge(callback.headers(), callback.body());
        if (verdict instanceof PayPalSignature.Verdict.Undecided undecided) {
            return new Callback.Verdict.Undecided(undecided.reason());
        }
        if (verdict instanceof PayPalSignature.Verdict.Bad bad) {
            return new Callback.Verdict.Forged(bad.reason());
        }
        var good = (PayPalSignature.Verdict.Good) verdict;
        return genuine(callback.body(), "certificate " + good.certificate() + " webhook " + good.webhookId());
    }

    /**
     * A message that is signed and yet unreadable is kept under its digest, so that a person sees it instead of nobody.
     */
    private static Callback.Verdict genuine(byte[] body, String proof) {
        try {
            var event = JsonDocument.parse(body);
            var id = event.text("id").filter(it -> it.matches("[!-~]{1,100}")).orElseGet(() -> Digests.sha256(body));
            return new Callback.Verdict.Genuine(
                    id, Words.forLog(event.text("event_type").orElse("unnamed")), event.instant("create_time"), proof);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "event=paypal.webhook.unreadable proof={0}", proof);
            return new Callback.Verdict.Genuine(Digests.sha256(body), "unreadable", Optional.empty(), proof);
        }
    }

    @Override
    public Callback.Reading read(byte[] body, String proof) {
        return reader.event(body, proof);
    }

    @FunctionalInterface
    private interface Reading {
        Observation of(HttpReply.Answered answer);
    }

    @FunctionalInterface
    private interface Meaning {
        GatewayResult of(HttpReply.Answered answer);
    }

    /** What a call comes to: by HTTP alone where that decides, else by what the answer means. */
    private static GatewayResult concluded(PayPalClient.Outcome outcome, Meaning meaning) {
        if (outcome instanceof PayPalClient.Outcome.NotSent notSent) {
            return notSent.why();
        }
        var reply = ((PayPalClient.Outcome.Replied) outcome).reply();
        return Outcomes.of(NAME, reply).orElseGet(() -> meaning.of((HttpReply.Answered) reply));
    }

    private static GatewayResult read(HttpReply.Answered answer, Reading reading) {
        try {
            return new GatewayResult.Accepted(reading.of(answer));
        } catch (IllegalArgumentException e) {
            LOG.log(
                    Level.SEVERE,
                    "event=paypal.answer.unreadable debug_id="
                            + answer.header("Paypal-Debug-Id")
                                    .map(Words::forLog)
                                    .orElse("-"),
                    e);
            return GatewayResult.Unknown.ofAnswer("unreadable answer");
        }
    }

    private static boolean isUnknown(HttpReply.Answered answer) {
        return answer.status() == 404 && PayPalError.in(answer).name().equals("RESOURCE_NOT_FOUND");
    }

    /** A no of PayPal's own; whatever else answers with a 4xx, or is under way already, leaves it unknown. */
    private static GatewayResult refusal(HttpReply.Answered answer, PayPalError error) {
        LOG.log(Level.WARNING, "event=paypal.refused status={0} issue={1} debug_id={2}", new Object[] {
            Integer.toString(answer.status()),
            error.word(),
            answer.header("Paypal-Debug-Id").map(Words::forLog).orElse("-")
        });
        if (!error.isPayPals()
                || answer.status() == 409
                || error.issues().stream().anyMatch(UNDER_WAY::contains)) {
            return GatewayResult.Unknown.ofAnswer("http " + answer.status() + ": " + error.word());
        }
        if (answer.status() == 401 || answer.status() == 403) {
            return new GatewayResult.Declined(FailureCategory.AUTHENTICATION, error.word());
        }
        if (error.issues().isEmpty()) {
            return new GatewayResult.Declined(FailureCategory.VALIDATION, error.word());
        }
        var reason = PayPalDeclines.ofIssue(error.word());
        // What is wrong with the form of a request (400) PayPal names in many words, which all come to the same.
        boolean unlisted = answer.status() == 422 && !reason.listed();
        return new GatewayResult.Declined(reason.category(), reason.code(), unlisted);
    }
}
