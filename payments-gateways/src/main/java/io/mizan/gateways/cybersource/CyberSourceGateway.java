package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.mizan.fact.Account;
import io.mizan.fact.Evidence;
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
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Redirect;
import io.mizan.gateway.Refunding;
import io.mizan.gateway.SignedReturns;
import io.mizan.gateway.Target;
import io.mizan.gateway.Voiding;
import io.mizan.gateways.form.Form;
import io.mizan.gateways.form.PreparedForm;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Outcomes;
import io.mizan.gateways.http.Words;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * CyberSource as a {@link PaymentGateway}: a page that is opened without any call, for the browser posts a form that is
 * signed here, and an interface for what follows. Safe for use by many threads; holds no state but its connections.
 */
final class CyberSourceGateway implements PaymentGateway, SignedReturns, Capturing, Voiding, Refunding {
    static final GatewayName NAME = new GatewayName("cybersource");
    static final String DISPLAY_NAME = "CyberSource";
    /** Kind of reference: ours, by which CyberSource names the page. */
    static final String PAGE = "reference_number";

    private static final Logger LOG = Logger.getLogger(CyberSourceGateway.class.getName());
    /**
     * The interface takes no idempotency key, and its search is late by a time that nobody promises: what is not seen after
     * a quarter of an hour is for a person, and is never sent again.
     */
    private static final Recovery IS_SEARCHED = new Recovery.InquireByOurReference(Duration.ofMinutes(15), false);

    private final CyberSourceSettings settings;
    private final Clock clock;
    private final CyberSourceClient client;
    private final CyberSourceAmounts amounts;
    private final CyberSourceRequests requests;
    private final FormSignature formSignature;
    private final NotificationSignature notificationSignature;
    private final CyberSourceFacts facts;
    private final ReplyReader replies;
    private final CyberSourceReader reader;

    CyberSourceGateway(CyberSourceSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = new CyberSourceClient(settings, clock);
        this.amounts = new CyberSourceAmounts(settings.dealings().currencies());
        this.requests = new CyberSourceRequests(amounts);
        this.formSignature = new FormSignature(settings.profile().keys());
        this.notificationSignature = new NotificationSignature(
                settings.notificationKeys(), settings.times().noticeTolerance());
        this.facts = new CyberSourceFacts(settings.books(), settings.dealings());
        this.replies = new ReplyReader(settings.books(), settings.dealings());
        this.reader = new CyberSourceReader(settings.books(), settings);
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
                        Operation.CAPTURE, IS_SEARCHED,
                        Operation.VOID, IS_SEARCHED,
                        Operation.REFUND, IS_SEARCHED),
                settings.times().patience().payFor(),
                settings.times().patience().watchFor(),
                settings.times().patience().inquiryIntervals(),
                GatewayProfile.Traits.USUAL.stayingPayable(
                        settings.times().life().page()));
    }

    @Override
    public Optional<String> objectionTo(Money amount) {
        return amounts.objectionTo(amount);
    }

    @Override
    public List<ProviderRef> ownReferences(AttemptId attempt) {
        return List.of(new ProviderRef(PAGE, attempt.toString()));
    }

    @Override
    public GatewayRequest openCheckout(CheckoutIntent intent) {
        return new GatewayRequest(
                Operation.OPEN_CHECKOUT,
                intent.idempotencyKey(),
                new PreparedForm(intent.payUntil(), CyberSourceForm.of(intent, settings, amounts)).content());
    }

    @Override
    public GatewayRequest capture(Target target, Money amount, String idempotencyKey) {
        return requests.capture(target, amount, idempotencyKey);
    }

    @Override
    public GatewayRequest voidAuthorization(Target target, Money held, String idempotencyKey) {
        return requests.release(target, held, idempotencyKey);
    }

    @Override
    public GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        return requests.refund(target, intent, idempotencyKey);
    }

    @Override
    public RefundTerms refundTerms() {
        return new RefundTerms(true, false);
    }

    @Override
    public GatewayResult send(GatewayRequest request) {
        return request.operation() == Operation.OPEN_CHECKOUT ? opened(request) : asked(request);
    }

    private GatewayResult opened(GatewayRequest request) {
        var prepared = PreparedForm.of(request.content());
        var reference = prepared.form().value(CyberSourceForm.REFERENCE).orElseThrow();
        return new GatewayResult.Accepted(new Observation(
                List.of(facts.opened(reference, prepared.payUntil())),
                List.of(),
                Optional.of(Redirect.posting(
                        settings.profile().page(),
                        formSignature.signed(prepared.form()).fields().stream()
                                .map(field -> new Redirect.Field(field.name(), field.value()))
                                .toList())),
                new Observation.Message(
                        "", request.operation().code(), Digests.sha256(request.content()), Evidence.MADE_BY_US)));
    }

    private GatewayResult asked(GatewayRequest request) {
        var content = CyberSourceRequests.Content.of(request);
        var reply = client.post(content.path(), content.body(), client.newBudget());
        return Outcomes.of(NAME, reply).orElseGet(() -> {
            var answered = (HttpReply.Answered) reply;
            try {
                return answered.isSuccess()
                        ? reader.answered(
                                request.operation(),
                                content,
                                answered.body(),
                                answer(request.operation().code(), answered.body()))
                        : reader.refused(answered);
            } catch (IllegalArgumentException notCyberSources) {
                return GatewayResult.Unknown.ofAnswer("unreadable answer, http " + answered.status());
            }
        });
    }

    @Override
    public GatewayResult inquire(Target target) {
        var now = clock.instant();
        var search = new TransactionSearch(client);
        try {
            return search.lookFor(
                            target.attempt().toString(),
                            target.allRefs(CyberSourceRequests.PAYMENT),
                            target.openedAt(),
                            now)
                    .orElseGet(() -> reader.inquired(search.found(), target, now, answer("inquiry", search.heard())));
        } catch (IllegalArgumentException e) {
            return unreadable(e);
        }
    }

    @Override
    public GatewayResult findOut(GatewayRequest sent, Target target) {
        if (sent.operation() == Operation.OPEN_CHECKOUT) {
            return new GatewayResult.Unknown(GatewayResult.Unknown.NOT_ASKED);
        }
        var content = CyberSourceRequests.Content.of(sent);
        var search = new TransactionSearch(client);
        try {
            return search.lookFor(content.code(), List.of(), target.openedAt(), clock.instant())
                    .map(Outcomes::ofTheQuestion)
                    .orElseGet(() -> reader.foundOut(
                            sent.operation(), search.named(), target.attempt(), answer("find_out", search.heard())));
        } catch (IllegalArgumentException e) {
            return unreadable(e);
        }
    }

    private static GatewayResult unreadable(IllegalArgumentException e) {
        LOG.log(Level.SEVERE, "event=cybersource.answer.unreadable", e);
        return GatewayResult.Unknown.ofAnswer("unreadable answer");
    }

    @Override
    public Connection checkConnection() {
        return Connection.of(inquire(Target.ofNobody(clock.instant())));
    }

    @Override
    public Callback.Verdict verify(Callback.Raw callback) {
        var sealed = MessageKeys.sealedIn(callback.body());
        if (sealed.isPresent()) {
            return sealed(callback, sealed.get());
        }
        if (MessageKeys.isSealedOtherwise(callback.body())) {
            return new Callback.Verdict.Forged("encrypted_in_a_form_that_is_not_read");
        }
        return Notification.isOne(callback.body())
                ? notified(callback, callback.body())
                : parsed(callback.body()).map(form -> judged(form, "notice")).orElseGet(CyberSourceGateway::malformed);
    }

    /**
     * The guide signs what was encrypted, and an integration saw the signature over what is sent: either is believed. One that
     * we cannot open is refused with the reason, so that CyberSource sends it again and somebody sees why.
     */
    private Callback.Verdict sealed(Callback.Raw callback, String message) {
        var keys = settings.messageKeys();
        if (!keys.areThere()) {
            return new Callback.Verdict.Forged("encrypted_and_no_private_key_is_set");
        }
        var sent = signed(callback, callback.body());
        if (sent instanceof NotificationSignature.Verdict.Bad bad && !bad.isMismatch()) {
            return new Callback.Verdict.Forged(bad.reason());
        }
        return keys.open(message)
                .map(opened -> sent instanceof NotificationSignature.Verdict.Good good
                        ? genuine(opened, good)
                        : notified(callback, opened))
                .orElseGet(() -> new Callback.Verdict.Forged("encrypted_and_no_private_key_opens_it"));
    }

    private NotificationSignature.Verdict signed(Callback.Raw callback, byte[] text) {
        var header = callback.headers().getOrDefault(NotificationSignature.HEADER, "");
        return notificationSignature.judge(header, text, clock.instant());
    }

    private Callback.Verdict notified(Callback.Raw callback, byte[] text) {
        var verdict = signed(callback, text);
        return verdict instanceof NotificationSignature.Verdict.Bad bad
                ? new Callback.Verdict.Forged(bad.reason())
                : genuine(text, (NotificationSignature.Verdict.Good) verdict);
    }

    private static Callback.Verdict genuine(byte[] text, NotificationSignature.Verdict.Good good) {
        var proof = "webhook key " + good.keyId();
        try {
            var notification = Notification.of(text);
            return new Callback.Verdict.Genuine(
                    notification.id(), Words.forLog(notification.type()), Optional.of(good.sentAt()), proof);
        } catch (IllegalArgumentException e) {
            return new Callback.Verdict.Genuine(Digests.sha256(text), "unreadable", Optional.of(good.sentAt()), proof);
        }
    }

    /** @throws IllegalArgumentException also if it is encrypted and its key is there no more */
    @Override
    public Callback.Reading read(byte[] body, String proof) {
        var sealed = MessageKeys.sealedIn(body);
        if (sealed.isPresent()) {
            var opened = settings.messageKeys()
                    .open(sealed.get())
                    .orElseThrow(() -> new IllegalArgumentException("no private key opens the message"));
            return Notification.of(opened).reading();
        }
        return Notification.isOne(body)
                ? Notification.of(body).reading()
                : replies.posted(SignedReply.of(Form.parse(body)), message("notice", body, proof));
    }

    @Override
    public Optional<Callback.Verdict> verifyReturn(Callback.Raw posted, Target target) {
        var form = parsed(posted.body());
        if (form.isEmpty()) {
            return new String(posted.body(), ISO_8859_1).contains(FormSignature.SIGNATURE)
                    ? Optional.of(malformed())
                    : Optional.empty();
        }
        return form.filter(SignedReply::isOne).map(it -> {
            var verdict = judged(it, "return");
            return verdict instanceof Callback.Verdict.Genuine
                            && !SignedReply.of(it).isOf(target.attempt())
                    ? new Callback.Verdict.Forged("other_attempt")
                    : verdict;
        });
    }

    /** @param how it came: the same words by two ways are two pieces of evidence */
    private Callback.Verdict judged(Form form, String how) {
        SignedReply reply;
        try {
            reply = SignedReply.of(form);
        } catch (IllegalArgumentException e) {
            return malformed();
        }
        var signer = formSignature.signer(reply);
        if (signer.isEmpty()) {
            return new Callback.Verdict.Forged("mismatch");
        }
        // Of what is signed and not of the bytes, which a customer could encode anew without end.
        var id = Digests.sha256(how + "\n" + reply.text());
        var proof = "secret key fingerprint " + signer.get();
        return reply.profile().equalsIgnoreCase(settings.profile().id()) && formSignature.isOurs(reply.accessKey())
                ? new Callback.Verdict.Genuine(id, how, Optional.of(reply.at()), proof)
                : new Callback.Verdict.Foreign(id, how, Optional.of(reply.at()), proof, "wrong_account");
    }

    @Override
    public Callback.Reading readReturn(byte[] body, String proof, Target target) {
        return replies.returned(SignedReply.of(Form.parse(body)), target, message("return", body, proof));
    }

    private static Optional<Form> parsed(byte[] body) {
        try {
            return Optional.of(Form.parse(body));
        } catch (IllegalArgumentException notAForm) {
            return Optional.empty();
        }
    }

    private static Observation.Message message(String type, byte[] body, String proof) {
        return new Observation.Message("", type, Digests.sha256(body), proof);
    }

    private static Observation.Message answer(String asked, byte[] body) {
        return Observation.Message.answering(asked, Digests.sha256(body));
    }

    private static Callback.Verdict malformed() {
        return new Callback.Verdict.Forged("malformed");
    }
}
