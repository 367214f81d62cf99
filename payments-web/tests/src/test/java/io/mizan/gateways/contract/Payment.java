package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.ProviderRef;
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

    Payment(SimulatedProvider provider, Money amount, CaptureMode capture) {
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
        return this;
    }

    /** Opened in the end, with the same request as often as it takes; what each sending before that came to is ignored. */
    public Payment openedByResending() {
        took(Await.until("the opening is accepted", () -> Optional.of(gateway.send(opening))
                .filter(GatewayResult.Accepted.class::isInstance)));
        return this;
    }

    /** Does something at the provider, and asks how it stands. */
    public Payment then(Consumer<String> step) {
        step.accept(page());
        took(gateway.inquire(target()));
        return this;
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

    private Target target(List<ProviderRef> known) {
        return new Target(attempt, openedAt, amount, capture, known);
    }

    /** The callbacks so far, as they were read; each of them genuine and ours. */
    public List<Observation> callbacks() {
        return provider.callbacks(page()).stream()
                .flatMap(callback -> read(callback).stream())
                .toList();
    }

    /** What the answers to our own calls have told so far. */
    public List<Observation> answers() {
        return List.copyOf(answers);
    }

    private Optional<Observation> read(Callback.Raw callback) {
        var verdict = gateway.verify(callback);
        assertThat(verdict).isInstanceOf(Callback.Verdict.Genuine.class);
        var reading = gateway.read(callback.body(), ((Callback.Verdict.Genuine) verdict).proof());
        if (reading instanceof Callback.Reading.Relevant relevant) {
            assertThat(relevant.mark()).contains(attempt);
            return Optional.of(relevant.observation());
        }
        return Optional.empty();
    }

    private void took(GatewayResult result) {
        assertThat(result).isInstanceOf(GatewayResult.Accepted.class);
        var observation = ((GatewayResult.Accepted) result).observation();
        answers.add(observation);
        refs.addAll(observation.refs());
    }
}
