package io.mizan.intake;

import io.mizan.attempt.ProviderRefs;
import io.mizan.fact.Account;
import io.mizan.fact.Evidence;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Gateways;
import io.mizan.inbox.WebhookEvent;
import io.mizan.inbox.WebhookInbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What a stored callback means: read by its gateway, and matched with the attempt that it is about. Changes nothing. */
@ApplicationScoped
public class CallbackReading {
    private final WebhookInbox inbox;
    private final Gateways gateways;
    private final ProviderRefs refs;

    /** For the proxy of the container only. */
    protected CallbackReading() {
        this(null, null, null);
    }

    @Inject
    public CallbackReading(WebhookInbox inbox, Gateways gateways, ProviderRefs refs) {
        this.inbox = inbox;
        this.gateways = gateways;
        this.refs = refs;
    }

    public sealed interface Meaning {
        /** It says something about an attempt of ours. */
        record Ours(ProviderRefs.Owner owner, Callback.Reading.Relevant said) implements Meaning {
            /** Takes what it says into the order, as often as one likes. */
            public void tell(OrderVisit visit, WebhookEvent event) {
                visit.learn(
                        visit.attempt(owner.attempt()),
                        said.observation(),
                        new OrderVisit.Source(
                                Evidence.Source.WEBHOOK, event.id().toString()));
            }
        }

        /** It says something about money, and we do not know whose. */
        record Unmatched(Callback.Reading.Relevant said) implements Meaning {}

        /** Nothing that we act on. {@code reason} is the gateway's, or that its body was destroyed. */
        record Irrelevant(String reason) implements Meaning {}
    }

    public Meaning of(WebhookEvent event) {
        var body = inbox.body(event.id());
        if (body.isEmpty()) {
            return new Meaning.Irrelevant("body_destroyed");
        }
        var reading = gateways.require(event.gateway()).read(body.get(), event.proof());
        if (reading instanceof Callback.Reading.Irrelevant irrelevant) {
            return new Meaning.Irrelevant(irrelevant.reason());
        }
        var said = (Callback.Reading.Relevant) reading;
        return owner(event, said)
                .<Meaning>map(owner -> new Meaning.Ours(owner, said))
                .orElseGet(() -> new Meaning.Unmatched(said));
    }

    private Optional<ProviderRefs.Owner> owner(WebhookEvent event, Callback.Reading.Relevant said) {
        var account = new Account(event.account());
        return refs.owner(account, said.observation().refs())
                .or(() -> said.mark().flatMap(mark -> refs.owner(account, mark)));
    }
}
