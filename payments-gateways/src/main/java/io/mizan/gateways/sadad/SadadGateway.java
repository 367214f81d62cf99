package io.mizan.gateways.sadad;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.mizan.fact.Account;
import io.mizan.fact.Evidence;
import io.mizan.failure.FailureCategory;
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
import io.mizan.gateway.SignedReturns;
import io.mizan.gateway.Target;
import io.mizan.gateways.form.Form;
import io.mizan.gateways.form.PreparedForm;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Outcomes;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.gateways.signature.Secrets;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * SADAD of Qatar as a {@link PaymentGateway}. A page is opened without any call: the browser posts a form that is signed
 * here. Safe for use by many threads; holds no state but its connections and its token.
 */
final class SadadGateway implements PaymentGateway, SignedReturns, Refunding {
    static final GatewayName NAME = new GatewayName("sadad");
    static final String DISPLAY_NAME = "SADAD";

    private static final Logger LOG = Logger.getLogger(SadadGateway.class.getName());
    /** A refund is seen at its transaction; sending it again blindly could give money back twice. */
    private static final Recovery REFUND_IS_SEEN = new Recovery.InquireByOurReference(Duration.ofMinutes(2), false);

    private final SadadSettings settings;
    private final Clock clock;
    private final SadadClient client;
    private final SadadHash hash;
    private final SadadForms forms;
    private final SadadReader reader;

    SadadGateway(SadadSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = new SadadClient(NAME, settings, clock);
        this.hash = new SadadHash(Secrets.texts(settings.secrets().keys()));
        this.forms = new SadadForms(settings, hash);
        this.reader = new SadadReader(settings.books(), settings.life().brokenAfter());
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
                Map.of(Operation.OPEN_CHECKOUT, new Recovery.Local(), Operation.REFUND, REFUND_IS_SEEN),
                settings.patience().payFor(),
                settings.patience().watchFor(),
                settings.patience().inquiryIntervals(),
                GatewayProfile.Traits.USUAL
                        .with(GatewayProfile.Callbacks.HINTING)
                        .stayingPayable(settings.life().page())
                        .acknowledging("{\"status\":\"success\"}"));
    }

    @Override
    public Optional<String> objectionTo(Money amount) {
        return SadadAmounts.objectionTo(amount);
    }

    @Override
    public List<ProviderRef> ownReferences(AttemptId attempt) {
        return List.of(new ProviderRef(SadadReader.PAGE, attempt.toString()));
    }

    @Override
    public GatewayRequest openCheckout(CheckoutIntent intent) {
        return new GatewayRequest(
                Operation.OPEN_CHECKOUT,
                intent.idempotencyKey(),
                new PreparedForm(
                                intent.payUntil(),
                                SadadForm.of(
                                        intent,
                                        settings.account(),
                                        settings.dealings().version()))
                        .content());
    }

    /** @throws IllegalArgumentException for a part: SADAD's refund names no amount */
    @Override
    public GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        if (!intent.isWhole()) {
            throw new IllegalArgumentException("SADAD refunds in whole only");
        }
        var number = target.ref(SadadReader.TRANSACTION)
                .orElseThrow(() ->
                        new IllegalStateException(target.attempt() + " has no transaction of SADAD's that we know of"));
        return new GatewayRequest(
                Operation.REFUND,
                idempotencyKey,
                Form.empty()
                        .with("transactionnumber", number)
                        .with("amount", intent.amount().toDecimal())
                        .encode());
    }

    @Override
    public RefundTerms refundTerms() {
        return new RefundTerms(false, false);
    }

    @Override
    public GatewayResult send(GatewayRequest request) {
        return request.operation() == Operation.OPEN_CHECKOUT ? opened(request) : refunded(request);
    }

    private GatewayResult opened(GatewayRequest request) {
        var prepared = PreparedForm.of(request.content());
        var signed = forms.signed(prepared.form());
        var reference = prepared.form().value("ORDER_ID").orElseThrow();
        return new GatewayResult.Accepted(new Observation(
                List.of(reader.opened(reference, prepared.payUntil())),
                List.of(),
                Optional.of(Redirect.posting(
                        settings.page(),
                        signed.fields().stream()
                                .map(field -> new Redirect.Field(field.name(), field.value()))
                                .toList())),
                new Observation.Message(
                        "", request.operation().code(), Digests.sha256(request.content()), Evidence.MADE_BY_US)));
    }

    private GatewayResult refunded(GatewayRequest request) {
        var refund = Form.parse(request.content());
        var number = refund.value("transactionnumber").orElseThrow();
        var asked = client.refund(number, client.newBudget());
        if (asked instanceof SadadClient.Asked.InVain inVain) {
            return inVain.why();
        }
        var reply = ((SadadClient.Asked.Answered) asked).reply();
        try {
            var json = JsonDocument.parse(reply.body());
            if (reply.isSuccess() && !json.isObject("error")) {
                var amount = SadadAmounts.fromSadad(
                        new BigDecimal(refund.value("amount").orElseThrow()));
                return reader.refundAccepted(
                        number, amount, message(request.operation().code(), reply.body()));
            }
            return refused(reply, json);
        } catch (IllegalArgumentException notSadads) {
            return GatewayResult.Unknown.ofAnswer("unreadable answer");
        }
    }

    /** Only an error in SADAD's own words is a no. */
    private static GatewayResult refused(HttpReply.Answered reply, JsonDocument json) {
        if (reply.isSuccess() || !json.isObject("error")) {
            return GatewayResult.Unknown.ofAnswer("http " + reply.status());
        }
        var blocked = json.requiredObject("error")
                .text("message")
                .filter("User is blocked!"::equals)
                .isPresent();
        return new GatewayResult.Declined(
                reply.status() == 401 || blocked ? FailureCategory.AUTHENTICATION : FailureCategory.VALIDATION,
                Integer.toString(reply.status()));
    }

    @Override
    public GatewayResult inquire(Target target) {
        var now = clock.instant();
        var inquiry = new SadadInquiry(client, settings.listed());
        try {
            return inquiry.lookFor(target, now)
                    .orElseGet(
                            () -> reader.inquired(inquiry.found(), target, now, message("inquiry", inquiry.heard())));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "event=sadad.answer.unreadable", e);
            return GatewayResult.Unknown.ofAnswer("unreadable answer");
        }
    }

    @Override
    public GatewayResult findOut(GatewayRequest sent, Target target) {
        if (sent.operation() != Operation.REFUND) {
            return new GatewayResult.Unknown(GatewayResult.Unknown.NOT_ASKED);
        }
        var number = Form.parse(sent.content()).value("transactionnumber").orElseThrow();
        var inquiry = new SadadInquiry(client, settings.listed());
        try {
            return inquiry.lookAt(number).map(Outcomes::ofTheQuestion).orElseGet(() -> inquiry.found().stream()
                    .filter(it -> it.number().equals(number))
                    .findFirst()
                    .map(it -> reader.refundFoundOut(it, message("find_out", inquiry.heard())))
                    .orElseGet(GatewayResult.NotFound::new));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "event=sadad.answer.unreadable", e);
            return GatewayResult.Unknown.ofAnswer("unreadable answer");
        }
    }

    @Override
    public Connection checkConnection() {
        return Connection.of(inquire(Target.ofNobody(clock.instant())));
    }

    @Override
    public Callback.Verdict verify(Callback.Raw callback) {
        SadadWebhook webhook;
        try {
            webhook = SadadWebhook.of(callback.body());
        } catch (IllegalArgumentException e) {
            return new Callback.Verdict.Forged("malformed");
        }
        var signer = hash.signer(webhook.readings(), webhook.hash());
        if (signer.isEmpty()) {
            return new Callback.Verdict.Forged("mismatch");
        }
        var proof = proof(signer.get());
        var id = Digests.sha256(callback.body());
        if (!webhook.merchantId().equals(settings.account().merchantId())) {
            return new Callback.Verdict.Foreign(id, "transaction", Optional.empty(), proof, "wrong_account");
        }
        return webhook.test() == settings.live()
                ? new Callback.Verdict.Foreign(id, "transaction", Optional.empty(), proof, "wrong_mode")
                : new Callback.Verdict.Genuine(id, "transaction", Optional.empty(), proof);
    }

    @Override
    public Callback.Reading read(byte[] body, String proof) {
        return SadadReader.heard(SadadWebhook.of(body));
    }

    @Override
    public Optional<Callback.Verdict> verifyReturn(Callback.Raw posted, Target target) {
        Form form;
        try {
            form = Form.parse(posted.body());
        } catch (IllegalArgumentException notAForm) {
            return new String(posted.body(), ISO_8859_1).contains(SadadHash.OF_ANSWER)
                    ? Optional.of(new Callback.Verdict.Forged("malformed"))
                    : Optional.empty();
        }
        return SadadReturn.isOne(form) ? Optional.of(judged(form, target)) : Optional.empty();
    }

    private Callback.Verdict judged(Form form, Target target) {
        SadadReturn told;
        try {
            told = told(form);
        } catch (IllegalArgumentException e) {
            return new Callback.Verdict.Forged("malformed");
        }
        var signer = forms.signer(form);
        if (signer.isEmpty()) {
            return new Callback.Verdict.Forged("mismatch");
        }
        if (!told.reference().equals(target.attempt().toString())) {
            return new Callback.Verdict.Forged("other_attempt");
        }
        // Of the content and not of the bytes, which a customer could encode anew without end.
        var id = Digests.sha256(new TreeMap<>(SadadReturn.values(form)).toString());
        var proof = proof(signer.get());
        return told.test().filter(test -> test == settings.live()).isPresent()
                ? new Callback.Verdict.Foreign(id, "return", Optional.empty(), proof, "wrong_mode")
                : new Callback.Verdict.Genuine(id, "return", Optional.empty(), proof);
    }

    @Override
    public Callback.Reading readReturn(byte[] body, String proof, Target target) {
        return reader.returned(
                told(Form.parse(body)), target, new Observation.Message("", "return", Digests.sha256(body), proof));
    }

    private SadadReturn told(Form form) {
        return SadadReturn.of(
                form, settings.account().merchantId(), settings.dealings().version());
    }

    private static String proof(String fingerprint) {
        return "secret key fingerprint " + fingerprint;
    }

    private static Observation.Message message(String asked, byte[] answer) {
        return Observation.Message.answering(asked, Digests.sha256(answer));
    }
}
