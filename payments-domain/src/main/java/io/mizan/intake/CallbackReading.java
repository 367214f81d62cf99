package io.mizan.intake;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.attempt.ProviderRefs;
import io.mizan.attempt.Targets;
import io.mizan.fact.Account;
import io.mizan.fact.Evidence;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.SignedReturns;
import io.mizan.id.AttemptId;
import io.mizan.inbox.WebhookEvent;
import io.mizan.inbox.WebhookInbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a stored callback means: read by its gateway, and matched with the attempt that it is about. Changes nothing. */
@ApplicationScoped
public class CallbackReading {
    /** Why nothing is done with one of which nothing is left to be read. */
    public static final String BODY_DESTROYED = "body_destroyed";

    private final WebhookInbox inbox;
    private final Gateways gateways;
    private final ProviderRefs refs;
    private final Attempts attempts;
    private final Targets targets;

    /** For the proxy of the container only. */
    protected CallbackReading() {
        this(null, null, null, null, null);
    }

    @Inject
    public CallbackReading(
            WebhookInbox inbox, Gateways gateways, ProviderRefs refs, Attempts attempts, Targets targets) {
        this.inbox = inbox;
        this.gateways = gateways;
        this.refs = refs;
        this.attempts = attempts;
        this.targets = targets;
    }

    public sealed interface Meaning {
        /** It is about an attempt of ours: it says what happened to it, or only that something did. */
        record Ours(ProviderRefs.Owner owner, Callback.Reading said) implements Meaning {
            /** Takes what it says into the order, as often as one likes. Asking is due where it does not say enough. */
            public void tell(OrderVisit visit, WebhookEvent event) {
                var attempt = visit.attempt(owner.attempt());
                if (said instanceof Callback.Reading.Relevant relevant) {
                    var source = new OrderVisit.Source(
                            event.returnOf().isPresent() ? Evidence.Source.SIGNED_RETURN : Evidence.Source.WEBHOOK,
                            event.id().toString(),
                            Optional.of(event.receivedAt()));
                    visit.learn(attempt, relevant.observation(), source);
                } else {
                    hint().ifPresent(hint -> visit.note(attempt, hint.refs()));
                    attempt.askNow(visit.now(), Duration.ZERO);
                }
            }

            /** What it is if it says too little to be believed, and only makes us ask. */
            Optional<Callback.Reading.Hint> hint() {
                return said instanceof Callback.Reading.Hint hint ? Optional.of(hint) : Optional.empty();
            }
        }

        /**
         * It is about a payment, and we do not know whose.
         *
         * @param mark the attempt that it says it belongs to, if it bears our mark
         * @param refs the ids of the provider that it mentions
         */
        record Unmatched(Optional<AttemptId> mark, List<ProviderRef> refs) implements Meaning {}

        /** Nobody here can read it: its gateway is not among those of this deployment, or could not be built. */
        record NoGateway() implements Meaning {}

        /** Nothing that we act on. {@code reason} is the gateway's, or that its body was destroyed. */
        record Irrelevant(String reason) implements Meaning {}
    }

    public Meaning of(WebhookEvent event) {
        return of(new WebhookInbox.Letter(event, inbox.body(event.id())));
    }

    Meaning of(WebhookInbox.Letter letter) {
        var event = letter.event();
        var body = letter.body();
        if (body.isEmpty()) {
            return new Meaning.Irrelevant(BODY_DESTROYED);
        }
        var gateway = gateways.find(new Account(event.account()));
        if (gateway.isEmpty()) {
            return new Meaning.NoGateway();
        }
        if (event.returnOf().isPresent()) {
            return ofReturn(
                    event, body.get(), attempts.find(event.returnOf().get()).orElseThrow());
        }
        var reading = gateway.get().read(body.get(), event.proof());
        if (reading instanceof Callback.Reading.Irrelevant irrelevant) {
            return new Meaning.Irrelevant(irrelevant.reason());
        }
        if (reading instanceof Callback.Reading.Hint hint) {
            return matched(event, hint, hint.mark(), hint.refs());
        }
        var said = (Callback.Reading.Relevant) reading;
        return matched(event, said, said.mark(), said.observation().refs());
    }

    /** Whose it is was settled when it was judged: it is believed for that attempt alone. */
    private Meaning ofReturn(WebhookEvent event, byte[] body, AttemptSnapshot attempt) {
        var gateway = gateways.find(attempt.account(), SignedReturns.class)
                .orElseThrow(() -> new IllegalStateException(event.gateway() + " no longer signs returns"));
        var reading = gateway.readReturn(body, event.proof(), targets.of(attempt));
        return reading instanceof Callback.Reading.Irrelevant irrelevant
                ? new Meaning.Irrelevant(irrelevant.reason())
                : new Meaning.Ours(new ProviderRefs.Owner(attempt.order(), attempt.id()), reading);
    }

    private Meaning matched(
            WebhookEvent event, Callback.Reading said, Optional<AttemptId> mark, List<ProviderRef> mentioned) {
        var account = new Account(event.account());
        return refs.owner(account, mentioned)
                .or(() -> mark.flatMap(it -> refs.owner(account, it)))
                .<Meaning>map(owner -> new Meaning.Ours(owner, said))
                .orElseGet(() -> new Meaning.Unmatched(mark, mentioned));
    }
}
