package io.mizan.simulation;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
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
import io.mizan.gateway.Redirect;
import io.mizan.gateway.ShortReference;
import io.mizan.gateway.SignedReturns;
import io.mizan.gateway.Target;
import io.mizan.gateway.Voiding;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A gateway that says what a story has it say: what is sent is answered by {@link #answers}, what is asked about a
 * request by {@link #found}, about an attempt by {@link #inquired}. Its messages are words: {@code hint}, or facts by the
 * names under which the story has {@link #knows told} them.
 */
class ScriptedGateway implements PaymentGateway, Capturing, Voiding, Completing, SignedReturns {
    static final GatewayName NAME = new GatewayName("scripted");
    static final Account ACCOUNT = new Account("scripted/acct_1/sandbox");
    static final String OUR_REFERENCE = "our_reference";
    private static final GatewayResult NOTHING_SCRIPTED = new GatewayResult.Unknown("nothing_scripted");

    final Map<Operation, Recovery> recovery = new EnumMap<>(Operation.class);
    final Map<Operation, Supplier<GatewayResult>> answers = new EnumMap<>(Operation.class);
    final List<GatewayRequest> sent = new ArrayList<>();
    Supplier<GatewayResult> found = () -> NOTHING_SCRIPTED;
    Supplier<GatewayResult> inquired = GatewayResult.NotFound::new;
    Connection connection = Connection.NOT_SUPPORTED;
    boolean capturesParts = true;
    Duration watchFor = Duration.ofHours(2);
    int questions;

    private final Map<String, List<Fact>> told = new HashMap<>();
    private final Account account;

    ScriptedGateway() {
        this(ACCOUNT);
    }

    /** As it is after somebody set it up for another merchant account. */
    ScriptedGateway(Account account) {
        this.account = account;
        for (var operation : Operation.values()) {
            recovery.put(operation, new Recovery.SameKey(Duration.ofDays(1)));
        }
        answers.put(
                Operation.OPEN_CHECKOUT,
                () -> accepted(
                        List.of(fact(FactKind.CHECKOUT_OPENED, "page_1")),
                        Optional.of(Redirect.posting(
                                URI.create("https://gateway.example/pay"),
                                List.of(new Redirect.Field("b", "2"), new Redirect.Field("a", "1"))))));
    }

    static Fact fact(FactKind kind, String object) {
        return Fact.of(kind, ACCOUNT, object);
    }

    static GatewayResult accepted(Fact... facts) {
        return accepted(List.of(facts), Optional.empty());
    }

    static GatewayResult accepted(List<Fact> facts, Optional<Redirect> redirect) {
        return new GatewayResult.Accepted(observation(facts, redirect));
    }

    private static Observation observation(List<Fact> facts, Optional<Redirect> redirect) {
        return new Observation(
                facts,
                List.of(new ProviderRef("page", "page_1")),
                redirect,
                new Observation.Message("", "scripted", "0".repeat(64), "scripted"));
    }

    /** From now on a message of that name tells these facts. */
    void knows(String message, Fact... facts) {
        told.put(message, List.of(facts));
    }

    List<GatewayRequest> sent(Operation operation) {
        return sent.stream().filter(request -> request.operation() == operation).toList();
    }

    @Override
    public GatewayName name() {
        return new GatewayName(account.value().replaceFirst("/.*", ""));
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public GatewayProfile profile() {
        return new GatewayProfile(
                "Scripted",
                recovery,
                Duration.ofHours(1),
                watchFor,
                List.of(Duration.ofMinutes(1), Duration.ofHours(1)));
    }

    @Override
    public Connection checkConnection() {
        return connection;
    }

    @Override
    public Optional<String> objectionTo(Money amount) {
        return Optional.empty();
    }

    @Override
    public List<ProviderRef> ownReferences(AttemptId attempt) {
        return List.of(new ProviderRef(OUR_REFERENCE, ShortReference.of("payment", attempt, 1)));
    }

    @Override
    public GatewayRequest openCheckout(CheckoutIntent intent) {
        return new GatewayRequest(Operation.OPEN_CHECKOUT, intent.idempotencyKey(), "opening");
    }

    @Override
    public GatewayRequest capture(Target target, Money amount, String idempotencyKey) {
        return new GatewayRequest(Operation.CAPTURE, idempotencyKey, amount.toString());
    }

    @Override
    public boolean capturesParts() {
        return capturesParts;
    }

    @Override
    public GatewayRequest voidAuthorization(Target target, Money held, String idempotencyKey) {
        return new GatewayRequest(Operation.VOID, idempotencyKey, "void");
    }

    @Override
    public GatewayRequest complete(Target target, String idempotencyKey) {
        return new GatewayRequest(Operation.COMPLETE, idempotencyKey, "complete");
    }

    @Override
    public GatewayResult send(GatewayRequest request) {
        sent.add(request);
        return answers.getOrDefault(request.operation(), () -> NOTHING_SCRIPTED).get();
    }

    @Override
    public GatewayResult findOut(GatewayRequest request, Target target) {
        questions++;
        return found.get();
    }

    @Override
    public GatewayResult inquire(Target target) {
        return inquired.get();
    }

    @Override
    public Callback.Verdict verify(Callback.Raw callback) {
        return new Callback.Verdict.Genuine(text(callback.body()), "message", Optional.empty(), "scripted");
    }

    @Override
    public Callback.Reading read(byte[] body, String proof) {
        var words = text(body).split(" ", -1);
        var refs = new ArrayList<>(List.of(new ProviderRef(OUR_REFERENCE, words[1])));
        if (words.length > 2) {
            refs.add(new ProviderRef("transaction", words[2]));
        }
        return words[0].equals("hint")
                ? new Callback.Reading.Hint(Optional.empty(), refs, "scripted")
                : new Callback.Reading.Relevant(
                        Optional.empty(),
                        new Observation(
                                told.get(words[0]),
                                refs,
                                Optional.empty(),
                                new Observation.Message(words[0], "message", "0".repeat(64), proof)));
    }

    @Override
    public Optional<Callback.Verdict> verifyReturn(Callback.Raw posted, Target target) {
        var message = text(posted.body());
        if (message.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                message.endsWith(target.ref(OUR_REFERENCE).orElseThrow())
                        ? new Callback.Verdict.Genuine("return:" + message, "return", Optional.empty(), "scripted")
                        : new Callback.Verdict.Forged("other_attempt"));
    }

    @Override
    public Callback.Reading readReturn(byte[] body, String proof, Target target) {
        return read(body, proof);
    }

    static byte[] bytes(String message) {
        return message.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** One whose pages can be closed. */
    static final class WithClosing extends ScriptedGateway implements Closing {
        @Override
        public GatewayRequest close(Target target, String idempotencyKey) {
            return new GatewayRequest(Operation.CLOSE, idempotencyKey, "close");
        }
    }
}
