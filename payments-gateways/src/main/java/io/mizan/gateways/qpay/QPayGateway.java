package io.mizan.gateways.qpay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mizan.fact.Account;
import io.mizan.fact.Evidence;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CheckoutIntent;
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
import io.mizan.gateway.ShortReference;
import io.mizan.gateway.SignedReturns;
import io.mizan.gateway.Target;
import io.mizan.gateways.form.PreparedForm;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpCall;
import io.mizan.gateways.http.HttpCalls;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Outcomes;
import io.mizan.gateways.signature.Secrets;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * QPay as a {@link PaymentGateway}. A page is opened without any call: the browser posts a form that is signed here. Safe
 * for use by many threads; holds no state but its connections.
 *
 * <p>A refund whose answer is lost is never sent again and never looked up: the guide names no way to ask for one.
 */
final class QPayGateway implements PaymentGateway, SignedReturns, Refunding {
    private static final Logger LOG = Logger.getLogger(QPayGateway.class.getName());
    static final GatewayName NAME = new GatewayName("qpay");
    static final String DISPLAY_NAME = "QPay";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final QPaySettings settings;
    private final Clock clock;
    private final HttpCalls calls;
    private final QPayHash hash;
    private final QPayMessages messages;
    private final QPayReader reader;

    QPayGateway(QPaySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.calls = new HttpCalls(settings.times().connect(), "Mizan/1.0");
        this.hash = new QPayHash(Secrets.texts(settings.secretKeys()));
        this.messages = new QPayMessages(settings.merchant());
        this.reader = new QPayReader(
                settings.books(), settings.dealings(), settings.life().brokenAfter());
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
                        Operation.OPEN_CHECKOUT, new Recovery.Local(),
                        Operation.REFUND, new Recovery.Human()),
                settings.patience().payFor(),
                settings.patience().watchFor(),
                settings.patience().inquiryIntervals(),
                GatewayProfile.Traits.USUAL
                        .with(GatewayProfile.Callbacks.NONE)
                        .stayingPayable(settings.life().page()));
    }

    @Override
    public Optional<String> objectionTo(Money amount) {
        return QPayAmounts.objectionTo(amount);
    }

    @Override
    public List<ProviderRef> ownReferences(AttemptId attempt) {
        return List.of(new ProviderRef(QPayReader.PAYMENT, numberOf(attempt)));
    }

    @Override
    public GatewayRequest openCheckout(CheckoutIntent intent) {
        var form = messages.pay(
                numberOf(intent.attempt()),
                intent.amount(),
                intent.returnUrl(),
                intent.locale(),
                intent.order().toString(),
                intent.openedAt());
        return new GatewayRequest(
                Operation.OPEN_CHECKOUT,
                intent.idempotencyKey(),
                new PreparedForm(intent.payUntil(), form.form()).content());
    }

    @Override
    public GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        if (!intent.isWhole() && !settings.dealings().partialRefunds()) {
            throw new IllegalArgumentException("this account of QPay's refunds in whole only");
        }
        var refund = messages.refund(
                ShortReference.of("refund/" + intent.reference()), numberOf(target.attempt()), intent.amount());
        return new GatewayRequest(
                Operation.REFUND, idempotencyKey, refund.form().encode());
    }

    @Override
    public RefundTerms refundTerms() {
        return new RefundTerms(settings.dealings().partialRefunds(), false);
    }

    @Override
    public GatewayResult send(GatewayRequest request) {
        return request.operation() == Operation.OPEN_CHECKOUT ? opened(request) : refunded(request);
    }

    /** Nothing goes over the wire: the same request always gives the same form, as long as the secret is the same. */
    private GatewayResult opened(GatewayRequest request) {
        var prepared = PreparedForm.of(request.content());
        var form = QPayFields.of(prepared.form());
        var number = form.byName().get("PUN");
        return new GatewayResult.Accepted(new Observation(
                List.of(reader.opened(number, prepared.payUntil())),
                List.of(new ProviderRef(QPayReader.PAYMENT, number)),
                Optional.of(Redirect.posting(settings.address(), posted(signed(form)))),
                new Observation.Message(
                        "", request.operation().code(), Digests.sha256(request.content()), Evidence.MADE_BY_US)));
    }

    private GatewayResult refunded(GatewayRequest request) {
        var refund = QPayFields.parse(request.content());
        var amount = QPayAmounts.fromQPay(
                refund.byName().get("Amount_1"), refund.byName().get("CurrencyCode"));
        return asked(
                QPayMessages.leaving(refund, clock.instant()),
                request.operation().code(),
                told -> reader.refunded(told.fields, refund.byName().get("PUN_1"), amount, told.message));
    }

    @Override
    public GatewayResult inquire(Target target) {
        var number = numberOf(target.attempt());
        return asked(
                messages.inquiry(number),
                "inquiry",
                told -> reader.inquired(told.fields, number, target, clock.instant(), told.message));
    }

    @Override
    public Connection checkConnection() {
        return Connection.of(inquire(Target.ofNobody(clock.instant())));
    }

    /** QPay calls nobody. */
    @Override
    public Callback.Verdict verify(Callback.Raw callback) {
        return new Callback.Verdict.Forged("no_callbacks");
    }

    @Override
    public Callback.Reading read(byte[] body, String proof) {
        throw new IllegalArgumentException("QPay sends no callbacks");
    }

    @Override
    public Optional<Callback.Verdict> verifyReturn(Callback.Raw posted, Target target) {
        QPayFields fields;
        try {
            fields = QPayFields.parse(posted.body());
        } catch (IllegalArgumentException notAForm) {
            return new String(posted.body(), ISO_8859_1).contains("Response.")
                    ? Optional.of(new Callback.Verdict.Forged("malformed"))
                    : Optional.empty();
        }
        return fields.isAnswer() ? Optional.of(judged(fields.answered(), target)) : Optional.empty();
    }

    private Callback.Verdict judged(QPayFields fields, Target target) {
        QPayReturn told;
        try {
            told = QPayReturn.of(fields, settings.merchant());
        } catch (IllegalArgumentException e) {
            return new Callback.Verdict.Forged("malformed");
        }
        var signer = hash.signer(fields.withoutHash().byName(), fields.byName().get(QPayHash.FIELD));
        if (signer.isEmpty()) {
            return new Callback.Verdict.Forged("mismatch");
        }
        if (!told.number().equals(numberOf(target.attempt()))) {
            return new Callback.Verdict.Forged("other_attempt");
        }
        // Of what the hash vouches for, and not of the bytes or letters, which a customer could write anew without end.
        var vouched = told.number() + "/" + fields.byName().get(QPayHash.FIELD).toLowerCase(Locale.ROOT);
        return new Callback.Verdict.Genuine(
                Digests.sha256(vouched), "return", told.at(), "secret key fingerprint " + signer.get());
    }

    @Override
    public Callback.Reading readReturn(byte[] body, String proof, Target target) {
        return reader.returned(
                QPayReturn.of(QPayFields.parse(body).answered(), settings.merchant()),
                target,
                new Observation.Message("", "return", Digests.sha256(body), proof));
    }

    /** An answer of QPay's whose hash is good. */
    private record Told(QPayFields fields, Observation.Message message) {}

    private GatewayResult asked(QPayFields question, String what, Function<Told, GatewayResult> meaning) {
        var body = signed(question).form().encode().getBytes(US_ASCII);
        var reply = calls.send(
                HttpCall.post(settings.address(), FORM, body),
                new Budget(settings.times().budget()));
        return Outcomes.of(NAME, reply).orElseGet(() -> answered((HttpReply.Answered) reply, what, meaning));
    }

    /** Whatever is not signed by QPay is no answer of QPay's, also if it is a refusal: nothing is known then. */
    private GatewayResult answered(HttpReply.Answered reply, String what, Function<Told, GatewayResult> meaning) {
        try {
            var fields = QPayFields.parse(reply.body()).answered();
            var signer = hash.signer(
                    fields.withoutHash().byName(), fields.value(QPayHash.FIELD).orElse(""));
            if (signer.isEmpty()) {
                LOG.log(Level.WARNING, "event=qpay.answer.unsigned status={0}", Integer.toString(reply.status()));
                return GatewayResult.Unknown.ofAnswer("unsigned answer");
            }
            return meaning.apply(new Told(
                    fields,
                    new Observation.Message(
                            "", what, Digests.sha256(reply.body()), "secret key fingerprint " + signer.get())));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "event=qpay.answer.unreadable", e);
            return GatewayResult.Unknown.ofAnswer("unreadable answer");
        }
    }

    private QPayFields signed(QPayFields fields) {
        return fields.with(QPayHash.FIELD, hash.sign(fields.byName()));
    }

    private static List<Redirect.Field> posted(QPayFields fields) {
        return fields.byName().entrySet().stream()
                .map(field -> new Redirect.Field(field.getKey(), field.getValue()))
                .toList();
    }

    private static String numberOf(AttemptId attempt) {
        return ShortReference.of("pay", attempt, 1);
    }
}
