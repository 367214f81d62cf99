package io.mizan.simulation;

import io.mizan.fact.Account;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Capturing;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.Closing;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Target;
import io.mizan.gateway.Voiding;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The adapter to the fake provider, over a wire that loses requests and answers. */
final class ProviderGateway implements PaymentGateway, Closing, Capturing, Voiding {
    static final GatewayName NAME = new GatewayName("fake");
    static final Account ACCOUNT = new Account("fake/acct_1/sandbox");
    /** The type of a letter that is not understood. */
    static final String UNREADABLE = "unreadable";

    private static final Recovery SAME_KEY = new Recovery.SameKey(Duration.ofDays(1));

    /** What becomes of a call: it is let through, or something else happens, the acting included or not. */
    interface Line {
        GatewayResult call(boolean question, Supplier<GatewayResult> provider);
    }

    private final Provider provider;
    private final Line line;

    ProviderGateway(Provider provider, Line line) {
        this.provider = provider;
        this.line = line;
    }

    @Override
    public GatewayName name() {
        return NAME;
    }

    @Override
    public Account account() {
        return ACCOUNT;
    }

    @Override
    public GatewayProfile profile() {
        return new GatewayProfile(
                "Fake",
                Map.of(
                        Operation.OPEN_CHECKOUT, SAME_KEY,
                        Operation.CLOSE, SAME_KEY,
                        Operation.CAPTURE, SAME_KEY,
                        Operation.VOID, SAME_KEY),
                Duration.ofHours(1),
                Duration.ofHours(2),
                List.of(
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(6)));
    }

    @Override
    public Optional<String> objectionTo(Money amount) {
        return Optional.empty();
    }

    @Override
    public GatewayRequest openCheckout(CheckoutIntent intent) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("mark", intent.attempt().toString());
        fields.put(
                "amount", intent.amount().amountMinor() + " " + intent.amount().currencyCode());
        fields.put("manual", Boolean.toString(intent.capture() == CaptureMode.MANUAL));
        fields.put("pay_until", intent.payUntil().toString());
        return request(Operation.OPEN_CHECKOUT, intent.idempotencyKey(), fields);
    }

    @Override
    public GatewayRequest close(Target target, String idempotencyKey) {
        // The page may be known only by its payment, if a letter about that came first.
        var fields = new LinkedHashMap<String, String>();
        fields.put(Documents.PAGE, target.ref(Documents.PAGE).orElseGet(() -> pageOf(target)));
        return request(Operation.CLOSE, idempotencyKey, fields);
    }

    private static String pageOf(Target target) {
        return target.ref(Documents.PAYMENT)
                .map(payment -> payment.replace("pay_", "page_"))
                .orElseThrow(() -> new IllegalStateException("no page is known"));
    }

    @Override
    public GatewayRequest capture(Target target, Money amount, String idempotencyKey) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(Documents.PAYMENT, target.ref(Documents.PAYMENT).orElseThrow(IllegalStateException::new));
        fields.put("amount", amount.amountMinor() + " " + amount.currencyCode());
        return request(Operation.CAPTURE, idempotencyKey, fields);
    }

    @Override
    public GatewayRequest voidAuthorization(Target target, Money held, String idempotencyKey) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(Documents.PAYMENT, target.ref(Documents.PAYMENT).orElseThrow(IllegalStateException::new));
        return request(Operation.VOID, idempotencyKey, fields);
    }

    private static GatewayRequest request(Operation operation, String key, Map<String, String> fields) {
        return new GatewayRequest(operation, key, Documents.write(fields));
    }

    @Override
    public GatewayResult send(GatewayRequest request) {
        return line.call(false, () -> act(request));
    }

    private GatewayResult act(GatewayRequest request) {
        var fields = Documents.read(request.content());
        var document =
                switch (request.operation()) {
                    case OPEN_CHECKOUT ->
                        provider.once(request.idempotencyKey(), request.content(), () -> Optional.of(open(fields)));
                    case CLOSE -> {
                        var page = provider.page(fields.get(Documents.PAGE));
                        yield provider.close(page) ? Optional.of(Documents.of(page)) : Optional.<String>empty();
                    }
                    case CAPTURE ->
                        provider.once(request.idempotencyKey(), request.content(), () -> {
                            var payment = payment(fields);
                            return provider.capture(payment, Documents.money(fields.get("amount")))
                                    ? Optional.of(Documents.of(payment))
                                    : Optional.empty();
                        });
                    case VOID ->
                        provider.once(request.idempotencyKey(), request.content(), () -> {
                            var payment = payment(fields);
                            return provider.release(payment) ? Optional.of(Documents.of(payment)) : Optional.empty();
                        });
                    case COMPLETE, REFUND -> throw new IllegalStateException("it has no such operation");
                };
        return document.<GatewayResult>map(
                        it -> accepted(it, request.operation().code()))
                .orElseGet(() -> new GatewayResult.Declined(FailureCategory.VALIDATION, "not_possible"));
    }

    private String open(Map<String, String> fields) {
        return Documents.of(provider.open(
                fields.get("mark"),
                Documents.money(fields.get("amount")),
                Boolean.parseBoolean(fields.get("manual")),
                Instant.parse(fields.get("pay_until"))));
    }

    private Provider.Payment payment(Map<String, String> fields) {
        return provider.payment(fields.get(Documents.PAYMENT)).orElseThrow();
    }

    @Override
    public GatewayResult inquire(Target target) {
        if (target.refs().isEmpty()) {
            return new GatewayResult.NotFound();
        }
        var page = target.ref(Documents.PAGE).orElseGet(() -> pageOf(target));
        return line.call(true, () -> accepted(Documents.of(provider.page(page)), "inquiry"));
    }

    private static GatewayResult accepted(String document, String asked) {
        var message = new Observation.Message(
                "",
                asked,
                Digests.sha256(document.getBytes(StandardCharsets.UTF_8)),
                "answer to our authenticated call");
        return new GatewayResult.Accepted(Documents.observation(ACCOUNT, Documents.read(document), message));
    }

    /** The provider's signature, and whose letter it is, stand in headers; the letter is the body. */
    @Override
    public Callback.Verdict verify(Callback.Raw callback) {
        var fields = Documents.read(new String(callback.body(), StandardCharsets.UTF_8));
        if (!Digests.sha256(callback.body()).equals(callback.headers().get("signature"))) {
            return new Callback.Verdict.Forged("no_match");
        }
        var sentAt = Optional.of(Instant.parse(fields.get("letter_at")));
        return callback.headers().containsKey("other-account")
                ? new Callback.Verdict.Foreign(
                        fields.get("letter"), fields.get("type"), sentAt, "proof", "wrong_account")
                : new Callback.Verdict.Genuine(fields.get("letter"), fields.get("type"), sentAt, "proof");
    }

    static byte[] body(Provider.Letter letter) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("letter", letter.id());
        fields.put("type", letter.type());
        fields.put("letter_at", letter.at().toString());
        return (Documents.write(fields) + letter.document()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Callback.Reading read(byte[] body, String proof) {
        var fields = Documents.read(new String(body, StandardCharsets.UTF_8));
        if (fields.get("type").equals(UNREADABLE)) {
            throw new IllegalArgumentException("not what this provider writes");
        }
        if (fields.get("type").equals("page.opened")) {
            return new Callback.Reading.Irrelevant("page.opened");
        }
        var message = new Observation.Message(fields.get("letter"), fields.get("type"), Digests.sha256(body), proof);
        return new Callback.Reading.Relevant(Documents.mark(fields), Documents.observation(ACCOUNT, fields, message));
    }
}
