package io.mizan.simulation;

import io.mizan.fact.Account;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Target;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** An adapter to one desk of the fake provider, over a wire that loses requests and answers. */
abstract class FakeGateway implements PaymentGateway {
    /** The type of a letter that is not understood. */
    static final String UNREADABLE = "unreadable";

    /** What becomes of a call: it is let through, or something else happens, the acting included or not. */
    interface Line {
        GatewayResult call(boolean question, Supplier<GatewayResult> provider);
    }

    final Provider provider;
    private final Provider.Desk desk;
    private final GatewayName name;
    private final Account account;
    private final Line line;

    FakeGateway(Provider.Desk desk, GatewayName name, Provider provider, Line line) {
        this.desk = desk;
        this.name = name;
        this.account = new Account(name.value() + "/acct_1/sandbox");
        this.provider = provider;
        this.line = line;
    }

    /** What the desk does when it is asked for it. @return the document that answers it; empty for a no */
    abstract Optional<String> act(GatewayRequest request, Map<String, String> fields);

    /** The page of an attempt, as far as this desk lets us ask for it. */
    abstract Optional<Provider.Page> page(Target target);

    /** What a genuine letter says. */
    abstract Callback.Reading reading(Map<String, String> fields, Observation told);

    @Override
    public final GatewayName name() {
        return name;
    }

    @Override
    public final Account account() {
        return account;
    }

    @Override
    public final Optional<String> objectionTo(Money amount) {
        return Optional.empty();
    }

    @Override
    public final GatewayRequest openCheckout(CheckoutIntent intent) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("mark", intent.attempt().toString());
        fields.put(
                "amount", intent.amount().amountMinor() + " " + intent.amount().currencyCode());
        fields.put("manual", Boolean.toString(intent.capture() == CaptureMode.MANUAL));
        fields.put("pay_until", intent.payUntil().toString());
        return request(Operation.OPEN_CHECKOUT, intent.idempotencyKey(), fields);
    }

    final String open(Map<String, String> fields) {
        return Documents.of(provider.open(
                desk,
                fields.get("mark"),
                Documents.money(fields.get("amount")),
                Boolean.parseBoolean(fields.get("manual")),
                Instant.parse(fields.get("pay_until"))));
    }

    static GatewayRequest request(Operation operation, String key, Map<String, String> fields) {
        return new GatewayRequest(operation, key, Documents.write(fields));
    }

    @Override
    public final GatewayResult send(GatewayRequest request) {
        return line.call(false, () -> act(request, Documents.read(request.content()))
                .<GatewayResult>map(it -> accepted(it, request.operation().code()))
                .orElseGet(() -> new GatewayResult.Declined(FailureCategory.VALIDATION, "not_possible")));
    }

    @Override
    public final GatewayResult inquire(Target target) {
        return line.call(true, () -> page(target)
                .<GatewayResult>map(page -> accepted(Documents.of(page), "inquiry"))
                .orElseGet(GatewayResult.NotFound::new));
    }

    private GatewayResult accepted(String document, String asked) {
        var message = Observation.Message.answering(asked, Digests.sha256(document.getBytes(StandardCharsets.UTF_8)));
        return new GatewayResult.Accepted(observation(Documents.read(document), message));
    }

    private Observation observation(Map<String, String> fields, Observation.Message message) {
        return Documents.observation(account, profile().traits().totals(), fields, message);
    }

    /** The provider's signature, and whose letter it is, stand in headers; the letter is the body. */
    @Override
    public final Callback.Verdict verify(Callback.Raw callback) {
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

    /** The headers of a letter that is genuine. */
    static Map<String, String> signed(Provider.Letter letter) {
        return Map.of("signature", Digests.sha256(body(letter)));
    }

    @Override
    public final Callback.Reading read(byte[] body, String proof) {
        var fields = Documents.read(new String(body, StandardCharsets.UTF_8));
        if (fields.get("type").equals(UNREADABLE)) {
            throw new IllegalArgumentException("not what this provider writes");
        }
        if (fields.get("type").equals("page.opened")) {
            return new Callback.Reading.Irrelevant("page.opened");
        }
        var message = new Observation.Message(fields.get("letter"), fields.get("type"), Digests.sha256(body), proof);
        return reading(fields, observation(fields, message));
    }
}
