package io.mizan.gateways.stripe;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Capturing;
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
import io.mizan.gateway.Refunding;
import io.mizan.gateway.Target;
import io.mizan.gateway.Voiding;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.gateways.stripe.wire.Event;
import io.mizan.gateways.stripe.wire.PaymentError;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Stripe as a {@link PaymentGateway}. Safe for use by many threads; holds no state but its connections. */
final class StripeGateway implements PaymentGateway, Closing, Capturing, Voiding, Refunding {
    private static final Logger LOG = Logger.getLogger(StripeGateway.class.getName());
    static final GatewayName NAME = new GatewayName("stripe");
    static final String DISPLAY_NAME = "Stripe";
    /** Stripe keeps a key and its answer for at least this long. */
    private static final Recovery RECOVERY = new Recovery.SameKey(Duration.ofDays(1));

    private final StripeSettings settings;
    private final Clock clock;
    private final StripeClient client;
    private final StripeSignature signature;
    private final StripeReader reader;

    StripeGateway(StripeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = new StripeClient(settings);
        this.signature = new StripeSignature(settings.webhookSecrets());
        this.reader = new StripeReader(settings.books());
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
                        Operation.OPEN_CHECKOUT, RECOVERY,
                        Operation.CLOSE, RECOVERY,
                        Operation.CAPTURE, RECOVERY,
                        Operation.VOID, RECOVERY,
                        Operation.REFUND, RECOVERY),
                settings.patience().payFor(),
                settings.patience().watchFor(),
                settings.patience().inquiryIntervals());
    }

    @Override
    public Optional<String> objectionTo(Money amount) {
        return StripeAmounts.objectionTo(amount);
    }

    @Override
    public GatewayRequest openCheckout(CheckoutIntent intent) {
        return StripeRequests.openCheckout(intent);
    }

    @Override
    public GatewayRequest close(Target target, String idempotencyKey) {
        return StripeRequests.close(target, idempotencyKey);
    }

    @Override
    public GatewayRequest capture(Target target, Money amount, String idempotencyKey) {
        return StripeRequests.capture(target, amount, idempotencyKey);
    }

    @Override
    public GatewayRequest voidAuthorization(Target target, Money held, String idempotencyKey) {
        return StripeRequests.voidAuthorization(target, idempotencyKey);
    }

    @Override
    public GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        return StripeRequests.refund(target, intent, idempotencyKey);
    }

    @Override
    public RefundTerms refundTerms() {
        return new RefundTerms(true, false);
    }

    @Override
    public GatewayResult send(GatewayRequest request) {
        var content = StripeRequests.Content.of(request);
        var budget = client.newBudget();
        var reply = client.post(content.path(), content.form(), request.idempotencyKey(), budget);
        if (reply instanceof StripeReply.Answered answer) {
            if (answer.isSuccess()) {
                return accepted(answer, request.operation().code());
            }
            if (request.operation() == Operation.CLOSE && answer.status() == 400) {
                return closedAlready(content, answer, budget);
            }
        }
        return StripeOutcomes.of(reply);
    }

    @Override
    public GatewayResult inquire(Target target) {
        var path = target.ref(StripeRequests.SESSION)
                .map(StripeRequests::retrieveSession)
                .or(() -> target.ref(StripeRequests.INTENT).map(StripeRequests::retrieveIntent));
        var budget = client.newBudget();
        return path.map(it -> withEveryRefund(ask(it, budget), budget)).orElseGet(GatewayResult.NotFound::new);
    }

    /** A charge that shows as many refunds as one shows at most may have more, which are asked for. */
    private GatewayResult withEveryRefund(GatewayResult seen, Budget budget) {
        if (!(seen instanceof GatewayResult.Accepted accepted)) {
            return seen;
        }
        var observation = accepted.observation();
        var intent = refs(observation, StripeRequests.INTENT).findFirst();
        if (intent.isEmpty()
                || refs(observation, StripeRequests.REFUND).count() < StripeRequests.REFUNDS_WITHIN_A_CHARGE) {
            return seen;
        }
        var listed = ask(StripeRequests.listRefunds(intent.get()), budget);
        return listed instanceof GatewayResult.Accepted all
                ? new GatewayResult.Accepted(joined(observation, all.observation()))
                : listed;
    }

    private static Stream<String> refs(Observation observation, String kind) {
        return observation.refs().stream()
                .filter(ref -> ref.kind().equals(kind))
                .map(ProviderRef::value);
    }

    private static Observation joined(Observation session, Observation refunds) {
        var evidence = session.message().sha256() + refunds.message().sha256();
        return new Observation(
                Stream.concat(session.facts().stream(), refunds.facts().stream())
                        .distinct()
                        .toList(),
                Stream.concat(session.refs().stream(), refunds.refs().stream())
                        .distinct()
                        .toList(),
                session.redirect(),
                new Observation.Message(
                        session.message().ref(),
                        session.message().type(),
                        Digests.sha256(evidence.getBytes(StandardCharsets.US_ASCII)),
                        session.message().proof()),
                Stream.concat(session.unlisted().stream(), refunds.unlisted().stream())
                        .distinct()
                        .toList());
    }

    @Override
    public Connection checkConnection() {
        var connection = Connection.of(inquire(Target.ofNobody(
                clock.instant(), new ProviderRef(StripeRequests.SESSION, "cs_test_of_the_connection"))));
        return connection == Connection.ACCEPTED && isOfAnother(client.get("/v1/account", client.newBudget()))
                ? Connection.OTHER_ACCOUNT
                : connection;
    }

    /** A restricted key may not be told whose it is; that says nothing. */
    private boolean isOfAnother(StripeReply reply) {
        boolean anybodys = settings.account().equals(StripeSettings.ANY_ACCOUNT);
        if (anybodys || !(reply instanceof StripeReply.Answered answer) || !answer.isSuccess()) {
            return false;
        }
        try {
            return JsonDocument.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                    .text("id")
                    .filter(owner -> !owner.equals(settings.account()))
                    .isPresent();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    @Override
    public Callback.Verdict verify(Callback.Raw callback) {
        var header = callback.headers().get(StripeSignature.HEADER);
        if (header == null) {
            return new Callback.Verdict.Forged("missing");
        }
        var now = clock.instant();
        var verdict = signature.judge(header, callback.body(), now);
        return verdict instanceof StripeSignature.Verdict.Good good
                ? genuine(callback.body(), "whsec fingerprint " + good.secret())
                : new Callback.Verdict.Forged(why((StripeSignature.Verdict.Bad) verdict, header, callback.body(), now));
    }

    /** Tells a body that was written anew on its way from one that was never signed by Stripe. Believed is neither. */
    private String why(StripeSignature.Verdict.Bad bad, String header, byte[] body, Instant now) {
        boolean reencoded = bad.reason().equals("mismatch")
                && Reencoding.originals(body).stream()
                        .anyMatch(original ->
                                signature.judge(header, original, now) instanceof StripeSignature.Verdict.Good);
        return reencoded ? "reencoded" : bad.reason();
    }

    @Override
    public Callback.Reading read(byte[] body, String proof) {
        return reader.read(body, proof);
    }

    /**
     * A message that is signed and yet unreadable is kept under its digest, so that a person sees it instead of nobody.
     */
    private Callback.Verdict genuine(byte[] body, String proof) {
        Event event;
        try {
            event = Event.parse(body);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "event=stripe.webhook.unreadable proof={0}", proof);
            return new Callback.Verdict.Genuine(Digests.sha256(body), "unreadable", Optional.empty(), proof);
        }
        var type = Words.kept(event.type());
        return reasonToIgnore(event)
                .<Callback.Verdict>map(
                        reason -> new Callback.Verdict.Foreign(event.id(), type, event.created(), proof, reason))
                .orElseGet(() -> new Callback.Verdict.Genuine(event.id(), type, event.created(), proof));
    }

    private Optional<String> reasonToIgnore(Event event) {
        if (event.liveMode().filter(live -> live != settings.live()).isPresent()) {
            return Optional.of("wrong_mode");
        }
        return event.account()
                .filter(account -> !account.equals(settings.account()))
                .map(other -> "wrong_account");
    }

    /**
     * Stripe expires open sessions only, and tells one that has expired already by the same error as one that was paid.
     * So we look: the page is closed if the session says so, however it came about; completed is a no; and if it is
     * open after all, or cannot be seen, nothing is known.
     */
    private GatewayResult closedAlready(StripeRequests.Content content, StripeReply.Answered refusal, Budget budget) {
        var seen = ask(StripeRequests.retrieveSession(StripeRequests.sessionToClose(content)), budget);
        if (seen instanceof GatewayResult.Accepted accepted) {
            return switch (stateOfPage(accepted.observation())) {
                case CLOSED -> seen;
                case COMPLETED -> new GatewayResult.Declined(FailureCategory.VALIDATION, "session_complete");
                case OPEN -> {
                    StripeOutcomes.log(refusal);
                    yield GatewayResult.Unknown.ofAnswer("refused to expire an open session");
                }
            };
        }
        return GatewayResult.Unknown.ofAnswer("refused to expire a session that could not be looked at");
    }

    private enum Page {
        OPEN,
        CLOSED,
        COMPLETED
    }

    /** Only an open session shows the address of its page. */
    private static Page stateOfPage(Observation observation) {
        if (observation.facts().stream().map(Fact::kind).anyMatch(FactKind.CHECKOUT_CLOSED::equals)) {
            return Page.CLOSED;
        }
        return observation.redirect().isPresent() ? Page.OPEN : Page.COMPLETED;
    }

    private GatewayResult ask(String path, Budget budget) {
        var reply = client.get(path, budget);
        if (reply instanceof StripeReply.Answered answer) {
            if (answer.isSuccess()) {
                return accepted(answer, "inquiry");
            }
            if (answer.status() == 404
                    && StripeOutcomes.error(answer)
                            .flatMap(PaymentError::code)
                            .filter("resource_missing"::equals)
                            .isPresent()) {
                return new GatewayResult.NotFound();
            }
        }
        return StripeOutcomes.of(reply);
    }

    private GatewayResult accepted(StripeReply.Answered answer, String asked) {
        try {
            return new GatewayResult.Accepted(
                    reader.answer(answer, answer.body().getBytes(StandardCharsets.UTF_8), asked));
        } catch (IllegalArgumentException e) {
            LOG.log(
                    Level.SEVERE,
                    "event=stripe.answer.unreadable request="
                            + answer.requestId().orElse("-"),
                    e);
            return GatewayResult.Unknown.ofAnswer("unreadable answer");
        }
    }
}
