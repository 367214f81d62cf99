package io.mizan.gateways.square;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
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
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Redirect;
import io.mizan.gateway.Refunding;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.gateways.square.wire.Amount;
import io.mizan.gateways.square.wire.Event;
import io.mizan.gateways.square.wire.Order;
import io.mizan.gateways.square.wire.PaymentLink;
import io.mizan.gateways.square.wire.Refund;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Square as a {@link PaymentGateway}. Its links collect at once: there is no authorizing on them, so neither capture nor
 * void. Safe for use by many threads.
 */
final class SquareGateway implements PaymentGateway, Closing, Refunding {
    static final GatewayName NAME = new GatewayName("square");
    static final String DISPLAY_NAME = "Square";

    private static final Logger LOG = Logger.getLogger(SquareGateway.class.getName());

    private final SquareSettings settings;
    private final SquareClient client;
    private final SquareSignature signature;
    private final SquareReader reader;
    private final SquareAmounts amounts;

    SquareGateway(SquareSettings settings) {
        this.settings = settings;
        this.client = new SquareClient(settings);
        this.signature = new SquareSignature(settings.signatureKeys(), settings.notificationUrl());
        this.reader = new SquareReader(settings.books());
        this.amounts = settings.amounts();
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
        var recovery = new Recovery.SameKey(settings.keyLife());
        return new GatewayProfile(
                DISPLAY_NAME,
                Map.of(
                        Operation.OPEN_CHECKOUT, recovery,
                        Operation.CLOSE, recovery,
                        Operation.REFUND, recovery),
                settings.patience().payFor(),
                settings.patience().watchFor(),
                settings.patience().inquiryIntervals());
    }

    @Override
    public RefundTerms refundTerms() {
        return new RefundTerms(true, false);
    }

    @Override
    public Optional<String> objectionTo(Money amount) {
        return amounts.objectionTo(amount);
    }

    @Override
    public GatewayRequest openCheckout(CheckoutIntent intent) {
        amounts.objectionTo(intent.amount()).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        return SquareRequests.openCheckout(intent, settings.location());
    }

    @Override
    public GatewayRequest close(Target target, String idempotencyKey) {
        return SquareRequests.close(target, idempotencyKey);
    }

    @Override
    public GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        return SquareRequests.refund(target, intent, idempotencyKey);
    }

    @Override
    public GatewayResult send(GatewayRequest request) {
        var content = SquareRequests.Content.of(request);
        var budget = client.newBudget();
        var reply = client.send(content, budget);
        if (!(reply instanceof HttpReply.Answered answer)) {
            return SquareOutcomes.of(reply);
        }
        if (request.operation() == Operation.CLOSE && (answer.isSuccess() || SquareOutcomes.isNotFound(answer))) {
            return closed(content, answer, budget);
        }
        if (!answer.isSuccess()) {
            return SquareOutcomes.of(answer);
        }
        try {
            var body = JsonDocument.parse(answer.body());
            return request.operation() == Operation.REFUND
                    ? refunded(body, answer)
                    : opened(body, answer, content.askedAmount(), budget);
        } catch (IllegalArgumentException e) {
            return unreadable(e);
        }
    }

    @Override
    public GatewayResult inquire(Target target) {
        return new Inquiry(client, reader, client.newBudget()).about(target);
    }

    @Override
    public Connection checkConnection() {
        var connection = Connection.of(inquire(
                Target.ofNobody(Instant.EPOCH, new ProviderRef(SquareRequests.ORDER, "test-of-the-connection"))));
        return connection == Connection.ACCEPTED && isOfAnother(client.get(location(), client.newBudget()))
                ? Connection.OTHER_ACCOUNT
                : connection;
    }

    private String location() {
        return "/v2/locations/" + settings.location();
    }

    /** A token shows the locations of its own merchant alone, and each has one currency for ever. */
    private boolean isOfAnother(HttpReply reply) {
        if (!(reply instanceof HttpReply.Answered answer)) {
            return false;
        }
        if (!answer.isSuccess()) {
            return SquareOutcomes.isNotFound(answer);
        }
        try {
            return JsonDocument.parse(answer.body())
                    .object("location")
                    .flatMap(location -> location.text("currency"))
                    .filter(currency -> !currency.equals(settings.currency()))
                    .isPresent();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    @Override
    public Callback.Verdict verify(Callback.Raw callback) {
        var header = callback.headers().get(SquareSignature.HEADER);
        if (header == null) {
            return new Callback.Verdict.Forged("missing");
        }
        return signature
                .signer(header, callback.body())
                .map(key -> genuine(callback.body(), "signature key fingerprint " + key))
                .orElseGet(() -> new Callback.Verdict.Forged("mismatch"));
    }

    @Override
    public Callback.Reading read(byte[] body, String proof) {
        return reader.read(body, proof);
    }

    /** A message that is signed and yet unreadable is kept under its digest, so that a person sees it. */
    private Callback.Verdict genuine(byte[] body, String proof) {
        Event event;
        try {
            event = Event.parse(body);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "event=square.webhook.unreadable proof={0}", proof);
            return new Callback.Verdict.Genuine(Digests.sha256(body), "unreadable", Optional.empty(), proof);
        }
        var type = Words.forLog(event.type());
        return event.location()
                        .filter(location -> !location.equals(settings.location()))
                        .isPresent()
                ? new Callback.Verdict.Foreign(event.id(), type, event.createdAt(), proof, "wrong_account")
                : new Callback.Verdict.Genuine(event.id(), type, event.createdAt(), proof);
    }

    /** Square sums the order itself; a page that would take another amount than asked for is shown to nobody. */
    private GatewayResult opened(JsonDocument body, HttpReply.Answered answer, long asked, Budget budget) {
        var link = PaymentLink.of(body.requiredObject("payment_link"));
        var total = body.object("related_resources").stream()
                .flatMap(related -> related.objects("orders").stream())
                .map(Order::of)
                .filter(order -> order.id().equals(link.orderId()))
                .flatMap(order -> order.total().stream())
                .findFirst()
                .or(() -> total(link.orderId(), budget));
        if (total.isEmpty()) {
            return GatewayResult.Unknown.ofAnswer("square does not say what the order comes to");
        }
        if (total.get().amount() != asked) {
            LOG.log(Level.SEVERE, "event=square.total.differs order={0}", link.orderId());
            return GatewayResult.Unknown.ofAnswer("square sums the order to another amount");
        }
        return accepted(
                reader.opened(link),
                SquareReader.refs(link),
                Optional.of(SquareReader.redirect(link)),
                answer,
                Operation.OPEN_CHECKOUT);
    }

    /** Of an order that came without its link; nothing if it cannot be seen now. */
    private Optional<Amount> total(String order, Budget budget) {
        return client.get(SquareRequests.retrieveOrder(order), budget) instanceof HttpReply.Answered answer
                        && answer.isSuccess()
                ? Order.of(JsonDocument.parse(answer.body()).requiredObject("order"))
                        .total()
                : Optional.empty();
    }

    private GatewayResult refunded(JsonDocument body, HttpReply.Answered answer) {
        var refund = Refund.of(body.requiredObject("refund"));
        var told = observed(reader.of(refund), SquareReader.refs(refund), Optional.empty(), answer, Operation.REFUND);
        return new GatewayResult.Accepted(told.withUnlisted(SquareReader.unlisted(refund)));
    }

    /**
     * A deleted link takes no more money, and one that is not there was deleted before. Whether money came first is told
     * by neither, but by the order that Square cancelled with it; where it names none, we look.
     */
    private GatewayResult closed(SquareRequests.Content content, HttpReply.Answered answer, Budget budget) {
        try {
            if (answer.isSuccess()
                    && cancelledOrder(answer).filter(content.order()::equals).isPresent()) {
                return accepted(
                        List.of(reader.closed(content.order())),
                        List.of(new ProviderRef(SquareRequests.ORDER, content.order())),
                        Optional.empty(),
                        answer,
                        Operation.CLOSE);
            }
        } catch (IllegalArgumentException e) {
            return unreadable(e);
        }
        return new Inquiry(client, reader, budget).aboutOrderWithoutPage(content.order());
    }

    private static Optional<String> cancelledOrder(HttpReply.Answered answer) {
        return JsonDocument.parse(answer.body()).text("cancelled_order_id");
    }

    private static GatewayResult accepted(
            List<Fact> facts,
            List<ProviderRef> refs,
            Optional<Redirect> redirect,
            HttpReply.Answered answer,
            Operation asked) {
        return new GatewayResult.Accepted(observed(facts, refs, redirect, answer, asked));
    }

    private static Observation observed(
            List<Fact> facts,
            List<ProviderRef> refs,
            Optional<Redirect> redirect,
            HttpReply.Answered answer,
            Operation asked) {
        return new Observation(
                facts, refs, redirect, Observation.Message.answering(asked.code(), Digests.sha256(answer.body())));
    }

    static GatewayResult unreadable(IllegalArgumentException why) {
        LOG.log(Level.SEVERE, "event=square.answer.unreadable", why);
        return GatewayResult.Unknown.ofAnswer("unreadable answer");
    }
}
