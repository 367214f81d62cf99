package io.mizan.gateways.razorpay;

import io.mizan.fact.Account;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Capturing;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Redirect;
import io.mizan.gateway.Refunding;
import io.mizan.gateway.SignedReturns;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.gateways.razorpay.RazorpayRequests.Content;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Razorpay as a {@link PaymentGateway}. Safe for use by many threads; holds no state but its connections.
 *
 * <p>There is no closing and no voiding: an order stays payable for ever, and what is authorized and not collected goes
 * back by itself.
 */
final class RazorpayGateway implements PaymentGateway, Capturing, Refunding, SignedReturns {
    static final GatewayName NAME = new GatewayName("razorpay");
    static final String DISPLAY_NAME = "Razorpay";

    private static final Logger LOG = Logger.getLogger(RazorpayGateway.class.getName());
    private static final String EVENT_ID = "x-razorpay-event-id";
    private static final int MOST_REFUNDED = 5;

    private final RazorpaySettings settings;
    private final Clock clock;
    private final RazorpayClient client;
    private final RazorpayRequests requests;
    private final RazorpayReader reader;
    private final RazorpaySignature webhooks;
    private final RazorpaySignature returns;

    RazorpayGateway(RazorpaySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = new RazorpayClient(settings);
        this.requests = new RazorpayRequests(settings);
        this.reader = new RazorpayReader(settings);
        this.webhooks = new RazorpaySignature(settings.webhookSecrets());
        this.returns = new RazorpaySignature(settings.keySecrets());
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
                        Operation.OPEN_CHECKOUT, new Recovery.InquireByOurReference(Duration.ofSeconds(5), true),
                        // Later than any call of ours is still under way: a second capture is refused.
                        Operation.CAPTURE, new Recovery.InquireByOurReference(Duration.ofSeconds(30), true),
                        // Sent again under its key, once it is not there under its receipt: nobody tells how long a
                        // key is kept, nor whether the test mode keeps one at all.
                        Operation.REFUND, new Recovery.InquireByOurReference(Duration.ofSeconds(10), true)),
                settings.patience().payFor(),
                settings.patience().watchFor(),
                settings.patience().inquiryIntervals(),
                GatewayProfile.Traits.USUAL.stayingPayable());
    }

    @Override
    public Optional<String> objectionTo(Money amount) {
        return RazorpayAmounts.objectionTo(amount);
    }

    @Override
    public RefundTerms refundTerms() {
        return new RefundTerms(true, false);
    }

    /** @throws IllegalArgumentException if Razorpay cannot take the amount */
    @Override
    public GatewayRequest openCheckout(CheckoutIntent intent) {
        objectionTo(intent.amount()).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return requests.openCheckout(intent);
    }

    /** "Capture amount must be equal to the amount authorized", it would answer. */
    @Override
    public boolean capturesParts() {
        return false;
    }

    @Override
    public GatewayRequest capture(Target target, Money amount, String idempotencyKey) {
        return requests.capture(target, amount, idempotencyKey);
    }

    @Override
    public GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        return requests.refund(target, intent, idempotencyKey);
    }

    @Override
    public GatewayResult send(GatewayRequest request) {
        var content = Content.of(request);
        var budget = client.newBudget();
        return switch (request.operation()) {
            case OPEN_CHECKOUT -> opened(content, budget);
            case CAPTURE -> captured(content, budget);
            case REFUND -> refunded(content, request.idempotencyKey(), budget);
            default ->
                throw new IllegalArgumentException(
                        "Razorpay is never asked to " + request.operation().code());
        };
    }

    @Override
    public GatewayResult findOut(GatewayRequest sent, Target target) {
        var content = Content.of(sent);
        var budget = client.newBudget();
        var found =
                switch (sent.operation()) {
                    case OPEN_CHECKOUT -> opening(content, budget);
                    case CAPTURE -> capturing(content, budget);
                    case REFUND -> refunding(content, budget);
                    default -> new GatewayResult.Unknown(GatewayResult.Unknown.NOT_ASKED);
                };
        // What is said of the question says nothing of the request.
        return found instanceof GatewayResult.Declined
                ? new GatewayResult.Unknown(GatewayResult.Unknown.NOT_ASKED)
                : found;
    }

    private GatewayResult opened(Content content, Budget budget) {
        if (!settings.uniqueReceipts()) {
            var earlier = opening(content, budget);
            if (!(earlier instanceof GatewayResult.NotFound)) {
                return earlier;
            }
        }
        return afterAll(
                concluded(
                        client.post(RazorpayRequests.orders(), content.bytes(), budget),
                        answer -> page(
                                content, Order.of(JsonDocument.parse(answer.body())), Digests.sha256(answer.body()))),
                () -> opening(content, budget));
    }

    /** The order that bears the attempt as its receipt. */
    private GatewayResult opening(Content content, Budget budget) {
        return looked(budget, look -> look.orderOf(AttemptId.fromString(content.receipt()))
                .<GatewayResult>map(order -> new GatewayResult.Accepted(page(content, order, look.digest())))
                .orElseGet(GatewayResult.NotFound::new));
    }

    /** The browser posts a form, with the key that opens it: the current one, whichever it was when we prepared. */
    private Observation page(Content content, Order order, String digest) {
        var fields = new ArrayList<Redirect.Field>();
        fields.add(new Redirect.Field("key_id", settings.keyId()));
        fields.add(new Redirect.Field("order_id", order.id()));
        content.page().fields().forEach(field -> fields.add(new Redirect.Field(field.name(), field.value())));
        var address = URI.create(settings.apiBase() + "/v1/checkout/embedded");
        return reader.opened(
                order, content.payUntil(), Redirect.posting(address, fields), Operation.OPEN_CHECKOUT.code(), digest);
    }

    /**
     * Looked at before, for all is captured at once and nothing can be captured again: that it is captured is what was
     * asked for, whichever sending did it.
     */
    private GatewayResult captured(Content content, Budget budget) {
        return looked(budget, look -> {
            var payments = look.payments(content.order());
            if (payments.stream().anyMatch(Payment::wasCaptured)) {
                return seen(payments, Operation.CAPTURE, look);
            }
            var authorized = payments.stream().filter(Payment::isAuthorized).findFirst();
            if (authorized.isEmpty()) {
                return payments.stream().anyMatch(Payment::wentBack)
                        ? new GatewayResult.Declined(FailureCategory.VALIDATION, "authorization_ended")
                        : GatewayResult.Unknown.ofAnswer("nothing authorized");
            }
            if (!authorized.get().amount().equals(content.amount())) {
                return new GatewayResult.Declined(FailureCategory.VALIDATION, "authorized_amount_differs");
            }
            var path = RazorpayRequests.capture(authorized.get().id());
            return orNobodyKnows(
                    concluded(
                            client.post(path, content.bytes(), budget),
                            answer -> reader.seen(
                                    List.of(),
                                    List.of(Payment.of(JsonDocument.parse(answer.body()))),
                                    List.of(),
                                    Operation.CAPTURE.code(),
                                    Digests.sha256(answer.body()))),
                    content,
                    budget);
        });
    }

    /**
     * A refused capture may be one that another sending has made, or is making: what the payment shows decides, and if it
     * shows neither, nobody knows. That the money went back to the customer is a no for certain.
     */
    private GatewayResult orNobodyKnows(GatewayResult result, Content content, Budget budget) {
        if (!(result instanceof GatewayResult.Declined refused)
                || refused.category() == FailureCategory.AUTHENTICATION) {
            return result;
        }
        return looked(budget, look -> {
            var payments = look.payments(content.order());
            if (payments.stream().anyMatch(Payment::wasCaptured)) {
                return seen(payments, Operation.CAPTURE, look);
            }
            return payments.stream().anyMatch(Payment::wentBack)
                    ? refused
                    : GatewayResult.Unknown.ofAnswer("refused and not seen: " + refused.providerCode());
        });
    }

    private GatewayResult capturing(Content content, Budget budget) {
        return looked(budget, look -> {
            var payments = look.payments(content.order());
            return payments.stream().anyMatch(Payment::wasCaptured)
                    ? seen(payments, Operation.CAPTURE, look)
                    : new GatewayResult.NotFound();
        });
    }

    private GatewayResult refunded(Content content, String key, Budget budget) {
        return looked(budget, look -> {
            var payment = theCaptured(look, content);
            return payment.isEmpty()
                    ? GatewayResult.Unknown.ofAnswer("nothing captured")
                    : concluded(
                            client.refund(RazorpayRequests.refund(payment.get()), content.bytes(), key, budget),
                            answer -> reader.seen(
                                    List.of(),
                                    List.of(),
                                    List.of(Refund.of(JsonDocument.parse(answer.body()))),
                                    Operation.REFUND.code(),
                                    Digests.sha256(answer.body())));
        });
    }

    /** The refund that bears our name as its receipt. */
    private GatewayResult refunding(Content content, Budget budget) {
        return looked(budget, look -> {
            var captured = look.payments(content.order()).stream()
                    .filter(Payment::wasCaptured)
                    .limit(MOST_REFUNDED)
                    .toList();
            if (captured.isEmpty()) {
                return GatewayResult.Unknown.ofAnswer("nothing captured");
            }
            // Of any of them: which one it was made of may have been another when it was sent.
            var ours = new ArrayList<Refund>();
            for (var payment : captured) {
                look.refunds(payment.id()).stream()
                        .filter(refund -> refund.receipt()
                                .filter(content.receipt()::equals)
                                .isPresent())
                        .forEach(ours::add);
            }
            return ours.isEmpty()
                    ? new GatewayResult.NotFound()
                    : new GatewayResult.Accepted(
                            reader.seen(List.of(), List.of(), ours, Operation.REFUND.code(), look.digest()));
        });
    }

    /** Always the same of an order, should it ever have two: the one that was made first. */
    private static Optional<String> theCaptured(Look look, Content content) throws Look.Ended {
        return look.payments(content.order()).stream()
                .filter(Payment::wasCaptured)
                .reduce((newer, older) -> older)
                .map(Payment::id);
    }

    @Override
    public GatewayResult inquire(Target target) {
        return looked(client.newBudget(), look -> {
            var known = target.ref(RazorpayRequests.ORDER);
            var order = known.isPresent() ? Optional.of(look.order(known.get())) : look.orderOf(target.attempt());
            if (order.isEmpty()) {
                return new GatewayResult.NotFound();
            }
            var payments = look.payments(order.get().id());
            var refunds = new ArrayList<Refund>();
            var refunded = payments.stream()
                    .filter(payment -> payment.wasCaptured() && payment.hasRefunds())
                    .limit(MOST_REFUNDED)
                    .toList();
            for (var payment : refunded) {
                refunds.addAll(look.refunds(payment.id()));
            }
            return new GatewayResult.Accepted(
                    reader.inquired(order.get(), payments, refunds, target.openedAt(), clock.instant(), look.digest()));
        });
    }

    private GatewayResult seen(List<Payment> payments, Operation asked, Look look) {
        return new GatewayResult.Accepted(reader.seen(List.of(), payments, List.of(), asked.code(), look.digest()));
    }

    @Override
    public Connection checkConnection() {
        return Connection.of(inquire(Target.ofNobody(Instant.EPOCH)));
    }

    @Override
    public Callback.Verdict verify(Callback.Raw callback) {
        var signature = callback.headers().get(RazorpaySignature.HEADER);
        if (signature == null) {
            return new Callback.Verdict.Forged("missing");
        }
        if (!RazorpaySignature.isOne(signature)) {
            return new Callback.Verdict.Forged("malformed");
        }
        return webhooks.signer(signature, callback.body())
                .map(secret -> genuine(callback, "webhook secret fingerprint " + secret))
                .orElseGet(() -> new Callback.Verdict.Forged("mismatch"));
    }

    /**
     * Razorpay names an event in a header alone, which it does not sign: the name is tied to what is signed, or somebody
     * could send an old message under the name of a coming one, which would then be taken for its repetition.
     */
    private Callback.Verdict genuine(Callback.Raw callback, String proof) {
        var digest = Digests.sha256(callback.body());
        var id = Optional.ofNullable(callback.headers().get(EVENT_ID))
                .filter(name -> name.matches("[!-~]{1,100}"))
                .map(name -> name + "." + digest.substring(0, 16))
                .orElse(digest);
        try {
            var event = JsonDocument.parse(callback.body());
            var type = Words.forLog(event.text("event").orElse("unnamed"));
            var sentAt = event.epochSecond("created_at");
            return event.text("account_id")
                            .filter(owner -> !owner.equals(settings.account()))
                            .isPresent()
                    ? new Callback.Verdict.Foreign(id, type, sentAt, proof, "wrong_account")
                    : new Callback.Verdict.Genuine(id, type, sentAt, proof);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "event=razorpay.webhook.unreadable proof={0}", proof);
            return new Callback.Verdict.Genuine(id, "unreadable", Optional.empty(), proof);
        }
    }

    @Override
    public Callback.Reading read(byte[] body, String proof) {
        return reader.event(body, proof);
    }

    /** Signed over the order that we have stored: one that only the browser names is another attempt's. */
    @Override
    public Optional<Callback.Verdict> verifyReturn(Callback.Raw posted, Target target) {
        try {
            return SignedReturn.in(posted.body()).map(signed -> judged(signed, target));
        } catch (IllegalArgumentException e) {
            return Optional.of(new Callback.Verdict.Forged("malformed"));
        }
    }

    private Callback.Verdict judged(SignedReturn signed, Target target) {
        if (!target.allRefs(RazorpayRequests.ORDER).contains(signed.order())) {
            return new Callback.Verdict.Forged("other_attempt");
        }
        return returns.signer(signed.signature(), signed.signed())
                .<Callback.Verdict>map(secret -> new Callback.Verdict.Genuine(
                        Digests.sha256(signed.signed()),
                        "return",
                        Optional.empty(),
                        "key secret fingerprint " + secret))
                .orElseGet(() -> new Callback.Verdict.Forged("mismatch"));
    }

    @Override
    public Callback.Reading readReturn(byte[] body, String proof, Target target) {
        return reader.returned(body, proof, target);
    }

    /** What several calls come to together. */
    private interface Looking {
        GatewayResult at(Look look) throws Look.Ended;
    }

    private GatewayResult looked(Budget budget, Looking looking) {
        try {
            return looking.at(new Look(client, budget));
        } catch (Look.Ended ended) {
            return ended.result();
        } catch (IllegalArgumentException e) {
            return Look.unreadable(e);
        }
    }

    /** A no may mean that it was done before: then that is what it came to. */
    private static GatewayResult afterAll(GatewayResult result, Supplier<GatewayResult> look) {
        return result instanceof GatewayResult.Declined && look.get() instanceof GatewayResult.Accepted done
                ? done
                : result;
    }

    private static GatewayResult concluded(HttpReply reply, Function<HttpReply.Answered, Observation> reading) {
        if (!(reply instanceof HttpReply.Answered answer) || !answer.isSuccess()) {
            return RazorpayError.result(reply);
        }
        try {
            return new GatewayResult.Accepted(reading.apply(answer));
        } catch (IllegalArgumentException e) {
            return Look.unreadable(e);
        }
    }
}
