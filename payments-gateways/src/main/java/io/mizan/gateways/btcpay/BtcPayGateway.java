package io.mizan.gateways.btcpay;

import io.mizan.fact.Account;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.Closing;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Refunding;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpCall;
import io.mizan.gateways.http.HttpCalls;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Outcomes;
import io.mizan.gateways.http.StoredCall;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A BTCPay Server as a {@link PaymentGateway}. Its messages say that something happened and never how much, so each is a
 * hint and the invoice is asked for. It takes no idempotency key: what was opened, closed or refunded is looked for by our
 * own reference.
 */
final class BtcPayGateway implements PaymentGateway, Closing, Refunding {
    static final GatewayName NAME = new GatewayName("btcpay");
    static final String DISPLAY_NAME = "BTCPay";

    private static final Logger LOG = Logger.getLogger(BtcPayGateway.class.getName());
    private static final String INQUIRY = "inquiry";
    private static final String JSON = "application/json";
    /** More refunds of one payment than this are not looked at in one inquiry. */
    private static final int MOST_REFUNDS = 5;

    private final BtcPaySettings settings;
    private final BtcPayRequests requests;
    private final BtcPayReader reader;
    private final BtcPaySignature signature;
    private final HttpCalls calls;

    BtcPayGateway(BtcPaySettings settings) {
        this.settings = settings;
        this.requests = new BtcPayRequests(settings);
        this.reader = new BtcPayReader(settings.books());
        this.signature = new BtcPaySignature(settings.webhookSecrets());
        this.calls = new HttpCalls(settings.times().connect(), "Mizan/1.0");
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
                        Operation.OPEN_CHECKOUT, new Recovery.InquireByOurReference(Duration.ofSeconds(10), true),
                        Operation.CLOSE, new Recovery.InquireByOurReference(Duration.ZERO, true),
                        Operation.REFUND, new Recovery.InquireByOurReference(Duration.ofMinutes(1), false)),
                settings.payFor(),
                settings.watchFor(),
                settings.inquiryIntervals(),
                GatewayProfile.Traits.USUAL
                        .with(GatewayProfile.Callbacks.HINTING)
                        .with(GatewayProfile.Totals.LEVELS));
    }

    @Override
    public Optional<String> objectionTo(Money amount) {
        if (!settings.currencies().contains(amount.currencyCode())) {
            return Optional.of("BTCPay has no rate for " + amount.currencyCode() + ".");
        }
        return amount.isPositive() ? Optional.empty() : Optional.of("BTCPay takes positive amounts only.");
    }

    @Override
    public RefundTerms refundTerms() {
        return new RefundTerms(true, false);
    }

    /** @throws IllegalArgumentException if BTCPay cannot take the amount */
    @Override
    public GatewayRequest openCheckout(CheckoutIntent intent) {
        objectionTo(intent.amount()).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return requests.openCheckout(intent);
    }

    @Override
    public GatewayRequest close(Target target, String idempotencyKey) {
        return requests.close(target, idempotencyKey);
    }

    @Override
    public GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        return requests.refund(target, intent, idempotencyKey);
    }

    @Override
    public GatewayResult send(GatewayRequest request) {
        var content = BtcPayRequests.stored(request);
        var budget = new Budget(settings.times().budget());
        return switch (request.operation()) {
            case OPEN_CHECKOUT -> opened(content, budget);
            case CLOSE -> closed(content, budget);
            case REFUND ->
                concluded(
                        post(content, budget),
                        answer -> reader.refund(
                                BtcPayReader.Refund.of(JsonDocument.parse(answer.body()), List.of()),
                                answer,
                                Operation.REFUND.code()));
            default ->
                throw new IllegalArgumentException(
                        "BTCPay is never asked to " + request.operation().code());
        };
    }

    /**
     * Looked for before it is opened: an earlier sending whose answer was lost may have opened it, and the server would
     * open a second one.
     */
    private GatewayResult opened(StoredCall content, Budget budget) {
        var asked = Operation.OPEN_CHECKOUT.code();
        var found = search(attemptIn(content), budget, asked);
        return found instanceof GatewayResult.NotFound
                ? concluded(
                        post(content, budget),
                        answer -> reader.invoice(
                                JsonDocument.parse(answer.body()), BtcPayReader.Known.NOTHING, answer, asked))
                : found;
    }

    private static AttemptId attemptIn(StoredCall content) {
        return AttemptId.fromString(JsonDocument.parse(content.body().getBytes(StandardCharsets.UTF_8))
                .requiredObject("metadata")
                .requiredText("orderId"));
    }

    /** Only what nobody has paid a part of is given up; a marked invoice would hide money that is on its way. */
    private GatewayResult closed(StoredCall content, Budget budget) {
        var asked = Operation.CLOSE.code();
        var id = content.path().split("/", -1)[6];
        var seen = get(requests.look(id), budget);
        if (!(seen instanceof HttpReply.Answered answer) || !answer.isSuccess()) {
            return failed(seen);
        }
        try {
            var invoice = JsonDocument.parse(answer.body());
            var told = reader.invoice(invoice, BtcPayReader.Known.NOTHING, answer, asked);
            if (told.facts().stream().anyMatch(fact -> fact.kind() == FactKind.PAYER_APPROVED)) {
                return new GatewayResult.Declined(FailureCategory.VALIDATION, "invoice_paid");
            }
            if (told.facts().stream().anyMatch(fact -> fact.kind() == FactKind.CHECKOUT_CLOSED)) {
                return new GatewayResult.Accepted(told);
            }
            if (BtcPayReader.isPaidAtAll(invoice)) {
                return new GatewayResult.Declined(FailureCategory.VALIDATION, "invoice_paid");
            }
        } catch (IllegalArgumentException e) {
            return unreadable(e);
        }
        return concluded(
                post(content, budget),
                marked -> reader.invoice(JsonDocument.parse(marked.body()), BtcPayReader.Known.NOTHING, marked, asked));
    }

    @Override
    public GatewayResult inquire(Target target) {
        var budget = new Budget(settings.times().budget());
        var invoice = target.ref(BtcPayRequests.INVOICE);
        if (invoice.isEmpty()) {
            return search(target.attempt(), budget, INQUIRY);
        }
        var reply = get(requests.look(invoice.get()), budget);
        if (reply instanceof HttpReply.Answered answer && isNotFound(answer)) {
            return new GatewayResult.NotFound();
        }
        var refunds = reply instanceof HttpReply.Answered answer && answer.isSuccess()
                ? refunds(target, budget)
                : List.<BtcPayReader.Refund>of();
        var known = new BtcPayReader.Known(refunds, Sightings.of(target));
        return concluded(reply, answer -> reader.invoice(JsonDocument.parse(answer.body()), known, answer, INQUIRY));
    }

    @Override
    public GatewayResult findOut(GatewayRequest sent, Target target) {
        var budget = new Budget(settings.times().budget());
        var content = BtcPayRequests.stored(sent);
        var found =
                switch (sent.operation()) {
                    case OPEN_CHECKOUT ->
                        search(target.attempt(), budget, sent.operation().code());
                    case CLOSE -> closing(target);
                    case REFUND -> refundNamed(content, budget);
                    default -> new GatewayResult.Unknown(GatewayResult.Unknown.NOT_ASKED);
                };
        // What is said of the question says nothing of the request.
        return found instanceof GatewayResult.Declined
                ? new GatewayResult.Unknown(GatewayResult.Unknown.NOT_ASKED)
                : found;
    }

    private GatewayResult closing(Target target) {
        var seen = inquire(target);
        if (seen instanceof GatewayResult.Accepted accepted
                && accepted.observation().facts().stream().noneMatch(fact -> fact.kind() == FactKind.CHECKOUT_CLOSED)) {
            return new GatewayResult.NotFound();
        }
        return seen;
    }

    /** The pull payment that bears the name of our refund. */
    private GatewayResult refundNamed(StoredCall content, Budget budget) {
        var name = JsonDocument.parse(content.body().getBytes(StandardCharsets.UTF_8))
                .requiredText("name");
        var reply = get(requests.pullPayments(), budget);
        if (!(reply instanceof HttpReply.Answered answer) || !answer.isSuccess()) {
            return failed(reply);
        }
        try {
            return list(answer).stream()
                    .filter(pull -> pull.text("name").filter(name::equals).isPresent())
                    .findFirst()
                    .<GatewayResult>map(pull -> new GatewayResult.Accepted(
                            reader.refund(BtcPayReader.Refund.of(pull, List.of()), answer, Operation.REFUND.code())))
                    .orElseGet(GatewayResult.NotFound::new);
        } catch (IllegalArgumentException e) {
            return unreadable(e);
        }
    }

    /** The newest invoice of an attempt that is not archived. */
    private GatewayResult search(AttemptId attempt, Budget budget, String asked) {
        var reply = get(requests.search(attempt), budget);
        if (!(reply instanceof HttpReply.Answered answer) || !answer.isSuccess()) {
            return failed(reply);
        }
        try {
            return list(answer).stream()
                    .filter(invoice -> !invoice.flag("archived").orElse(false))
                    .max(Comparator.comparing(
                            invoice -> invoice.number("createdTime").orElse(0L)))
                    .<GatewayResult>map(invoice -> new GatewayResult.Accepted(
                            reader.invoice(invoice, BtcPayReader.Known.NOTHING, answer, asked)))
                    .orElseGet(GatewayResult.NotFound::new);
        } catch (IllegalArgumentException e) {
            return unreadable(e);
        }
    }

    /** How the refunds that we know of stand; one that cannot be seen now tells nothing. */
    private List<BtcPayReader.Refund> refunds(Target target, Budget budget) {
        return target.allRefs(BtcPayRequests.REFUND).stream()
                .limit(MOST_REFUNDS)
                .flatMap(id -> refund(id, budget).stream())
                .toList();
    }

    private Optional<BtcPayReader.Refund> refund(String id, Budget budget) {
        var pull = get(BtcPayRequests.pullPayment(id), budget);
        var payouts = get(BtcPayRequests.pullPayment(id) + "/payouts", budget);
        try {
            return pull instanceof HttpReply.Answered one
                            && one.isSuccess()
                            && payouts instanceof HttpReply.Answered all
                            && all.isSuccess()
                    ? Optional.of(BtcPayReader.Refund.of(JsonDocument.parse(one.body()), list(all)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "event=btcpay.refund.unreadable", e);
            return Optional.empty();
        }
    }

    @Override
    public Connection checkConnection() {
        return Connection.of(inquire(Target.ofNobody(Instant.EPOCH)));
    }

    @Override
    public Callback.Verdict verify(Callback.Raw callback) {
        var header = callback.headers().get(BtcPaySignature.HEADER);
        if (header == null) {
            return new Callback.Verdict.Forged("missing");
        }
        return signature
                .signer(header, callback.body())
                .map(secret -> genuine(callback.body(), "secret fingerprint " + secret))
                .orElseGet(() -> new Callback.Verdict.Forged("mismatch"));
    }

    /**
     * Known by the first delivery's id, which every redelivery repeats. A message that is signed and yet unreadable is
     * kept under its digest, so that a person sees it instead of nobody.
     */
    private Callback.Verdict genuine(byte[] body, String proof) {
        try {
            var event = JsonDocument.parse(body);
            var id = event.text("originalDeliveryId")
                    .or(() -> event.text("deliveryId"))
                    .filter(it -> it.matches("[!-~]{1,100}"))
                    .orElseGet(() -> Digests.sha256(body));
            var type = Words.forLog(event.text("type").orElse("unnamed"));
            var sentAt = event.epochSecond("timestamp");
            return event.text("storeId")
                            .filter(store -> !store.equals(settings.storeId()))
                            .isPresent()
                    ? new Callback.Verdict.Foreign(id, type, sentAt, proof, "wrong_store")
                    : new Callback.Verdict.Genuine(id, type, sentAt, proof);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "event=btcpay.webhook.unreadable proof={0}", proof);
            return new Callback.Verdict.Genuine(Digests.sha256(body), "unreadable", Optional.empty(), proof);
        }
    }

    @Override
    public Callback.Reading read(byte[] body, String proof) {
        return BtcPayReader.event(body);
    }

    private HttpReply post(StoredCall content, Budget budget) {
        return calls.send(
                signed(HttpCall.post(at(content.path()), JSON, content.body().getBytes(StandardCharsets.UTF_8))),
                budget);
    }

    private HttpReply get(String path, Budget budget) {
        return calls.send(signed(HttpCall.get(at(path))), budget);
    }

    /** {@code token} and not {@code Bearer}. */
    private HttpCall signed(HttpCall call) {
        return call.header("Authorization", "token " + settings.apiKey());
    }

    private URI at(String path) {
        return URI.create(settings.apiBase() + path);
    }

    private static GatewayResult concluded(HttpReply reply, Function<HttpReply.Answered, Observation> reading) {
        if (!(reply instanceof HttpReply.Answered answer) || !answer.isSuccess()) {
            return failed(reply);
        }
        try {
            return new GatewayResult.Accepted(reading.apply(answer));
        } catch (IllegalArgumentException e) {
            return unreadable(e);
        }
    }

    private static GatewayResult failed(HttpReply reply) {
        return Outcomes.of(NAME, reply).orElseGet(() -> {
            var answer = (HttpReply.Answered) reply;
            return BtcPayError.in(answer).result(answer.status());
        });
    }

    private static GatewayResult unreadable(IllegalArgumentException e) {
        LOG.log(Level.SEVERE, "event=btcpay.answer.unreadable", e);
        return GatewayResult.Unknown.ofAnswer("unreadable answer");
    }

    private static boolean isNotFound(HttpReply.Answered answer) {
        return answer.status() == 404 && BtcPayError.in(answer).isNotFound();
    }

    /** The objects of an answer that is an array. */
    private static List<JsonDocument> list(HttpReply.Answered answer) {
        return JsonDocument.parse(("{\"all\":" + answer.text() + "}").getBytes(StandardCharsets.UTF_8))
                .objects("all");
    }
}
