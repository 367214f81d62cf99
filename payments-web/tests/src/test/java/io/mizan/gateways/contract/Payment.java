package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.Completing;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.SignedReturns;
import io.mizan.gateway.Target;
import io.mizan.id.AttemptId;
import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import io.mizan.testbed.Await;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One attempt to pay an order of its own. After each step it is asked about, as the reconciler would; in the end what
 * the callbacks told and what the inquiries told can be held against each other.
 */
public final class Payment {
    private static final Ids IDS = new Ids(Clock.systemUTC());

    private final SimulatedProvider provider;
    private final PaymentGateway gateway;
    private final OrderId order = new OrderId(IDS.next());
    private final AttemptId attempt = new AttemptId(IDS.next());
    private final Money amount;
    private final CaptureMode capture;
    private final Instant openedAt;
    private final GatewayRequest opening;
    private final LinkedHashSet<ProviderRef> refs = new LinkedHashSet<>();
    private final List<Observation> answers = new ArrayList<>();
    private int completions;

    public Payment(SimulatedProvider provider, Money amount, CaptureMode capture) {
        this.provider = provider;
        this.gateway = provider.gateway(Duration.ofSeconds(30));
        this.amount = amount;
        this.capture = capture;
        this.openedAt = provider.clock().instant();
        this.opening = gateway.openCheckout(new CheckoutIntent(
                order,
                attempt,
                amount,
                List.of(new CheckoutIntent.Line("Dates, تمر", amount, 1)),
                capture,
                openedAt,
                URI.create("http://127.0.0.1/return?t=token"),
                URI.create("http://127.0.0.1/return?t=token&canceled=true"),
                openedAt.plus(gateway.profile().payFor()),
                "en",
                "open-" + attempt));
        refs.addAll(gateway.ownReferences(attempt));
    }

    public OrderId order() {
        return order;
    }

    public AttemptId attempt() {
        return attempt;
    }

    public Money amount() {
        return amount;
    }

    /** A patient gateway. */
    public PaymentGateway gateway() {
        return gateway;
    }

    public GatewayRequest opening() {
        return opening;
    }

    public Payment opened() {
        took(gateway.send(opening));
        answers.get(0).redirect().ifPresent(provider::visits);
        return this;
    }

    /** Opened in the end, with the same request as often as it takes; what each sending before that came to is ignored. */
    public Payment openedByResending() {
        resent(opening);
        return this;
    }

    /** A provider that is still at work on the first sending may turn the second away. */
    private void resent(GatewayRequest request) {
        took(Await.until("the request is accepted", () -> Optional.of(gateway.send(request))
                .filter(GatewayResult.Accepted.class::isInstance)));
    }

    /** Does something at the provider, lets us complete what was approved where that is ours, and asks how it stands. */
    public Payment then(Consumer<String> step) {
        step.accept(page());
        asked();
        completeWhatWasApproved();
        return this;
    }

    /** What became of a request whose answer was lost, as far as we can tell. */
    public enum Recovered {
        /** It was done, once, by the first sending or by another. */
        DONE,
        /** It was not done, or nobody can tell: it is not sent again. */
        LEFT
    }

    /** As the system does when an answer was lost: in the way that the adapter declares. */
    Recovered recovers(GatewayRequest request, boolean wasDone) {
        var recovered = recovered(request, gateway.profile().recoveryOf(request.operation()), wasDone);
        took(gateway.inquire(target()));
        return recovered;
    }

    private Recovered recovered(GatewayRequest request, Recovery recovery, boolean wasDone) {
        if (recovery instanceof Recovery.SameKey) {
            resent(request);
            return Recovered.DONE;
        }
        if (!(recovery instanceof Recovery.InquireByOurReference asking)) {
            return Recovered.LEFT;
        }
        var found = gateway.findOut(request, target());
        if (wasDone) {
            took(found);
            return Recovered.DONE;
        }
        assertThat(found).isEqualTo(new GatewayResult.NotFound());
        if (asking.sendAgain()) {
            resent(request);
            return Recovered.DONE;
        }
        return Recovered.LEFT;
    }

    /** A provider that was never called to open the page may know nothing of it as long as nobody paid there. */
    private void asked() {
        var answer = gateway.inquire(target());
        var isUnknown = answer instanceof GatewayResult.NotFound;
        if (!(isUnknown && gateway.profile().recoveryOf(Operation.OPEN_CHECKOUT) instanceof Recovery.Local)) {
            took(answer);
        }
    }

    /** As the system does after an approval: once for each approval that is not followed by money. */
    private void completeWhatWasApproved() {
        if (gateway instanceof Completing completing && Told.by(answers).isApprovedOnly()) {
            completions++;
            took(gateway.send(completing.complete(target(), "complete-" + completions + "-" + attempt)));
            took(gateway.inquire(target()));
        }
    }

    /** Asks something of the provider, and how it stands after it. */
    public Payment thenSent(GatewayRequest request) {
        took(gateway.send(request));
        took(gateway.inquire(target()));
        return this;
    }

    public String page() {
        return target().ref(provider.pageKind()).orElseThrow();
    }

    public Target target() {
        return target(List.copyOf(refs));
    }

    /** As if nothing else had been heard of it. */
    public Target targetKnownBy(ProviderRef ref) {
        return target(List.of(ref));
    }

    /** As if that time had passed since its opening. */
    public Target targetAfter(Duration time) {
        return new Target(attempt, openedAt.minus(time), amount, capture, List.copyOf(refs));
    }

    private Target target(List<ProviderRef> known) {
        return new Target(attempt, openedAt, amount, capture, known);
    }

    /**
     * What callbacks and signed returns have told so far; each of them genuine and ours. Of one that only hints, what we
     * ask because of it.
     */
    public List<Observation> callbacks() {
        var told = new ArrayList<Observation>();
        provider.callbacks(page()).forEach(callback -> told.addAll(read(callback)));
        provider.returns(page()).forEach(posted -> told.addAll(readReturn(posted)));
        return told;
    }

    /** What the answers to our own calls have told so far. */
    public List<Observation> answers() {
        return List.copyOf(answers);
    }

    private List<Observation> read(Callback.Raw callback) {
        return heard(gateway.read(callback.body(), proofOf(gateway.verify(callback))));
    }

    private List<Observation> readReturn(Callback.Raw posted) {
        var signed = (SignedReturns) gateway;
        return signed.verifyReturn(posted, target())
                .map(verdict -> heard(signed.readReturn(posted.body(), proofOf(verdict), target())))
                .orElse(List.of());
    }

    private static String proofOf(Callback.Verdict verdict) {
        assertThat(verdict).isInstanceOf(Callback.Verdict.Genuine.class);
        return ((Callback.Verdict.Genuine) verdict).proof();
    }

    private List<Observation> heard(Callback.Reading reading) {
        if (reading instanceof Callback.Reading.Relevant relevant) {
            assertThat(relevant.mark().stream()).isSubsetOf(attempt);
            assertThat(relevant.mark().isPresent()
                            || isKnown(relevant.observation().refs()))
                    .as("leads back to the attempt")
                    .isTrue();
            return List.of(relevant.observation());
        }
        if (reading instanceof Callback.Reading.Hint hint) {
            assertThat(hint.mark().isPresent() || isKnown(hint.refs()))
                    .as("leads back to the attempt")
                    .isTrue();
            return Optional.of(gateway.inquire(target()))
                    .filter(GatewayResult.Accepted.class::isInstance)
                    .map(answer -> List.of(((GatewayResult.Accepted) answer).observation()))
                    .orElse(List.of());
        }
        return List.of();
    }

    private boolean isKnown(List<ProviderRef> mentioned) {
        return mentioned.stream().anyMatch(refs::contains);
    }

    private void took(GatewayResult result) {
        assertThat(result).isInstanceOf(GatewayResult.Accepted.class);
        var observation = ((GatewayResult.Accepted) result).observation();
        answers.add(observation);
        refs.addAll(observation.refs());
    }
}
