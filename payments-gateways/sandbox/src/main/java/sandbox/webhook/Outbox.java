package sandbox.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;
import sandbox.rule.Rules;

/** Takes the messages of one act of a provider, lets the rules have their way with them, and writes down what to send. */
@ApplicationScoped
public class Outbox {
    @Inject
    Database database;

    @Inject
    Rules rules;

    @Inject
    Deliveries deliveries;

    @Inject
    WebhookSenders senders;

    @Inject
    Courier courier;

    @Inject
    SimulatedClock clock;

    /**
     * Part of the transaction that did what the messages tell of, so that neither exists without the other.
     *
     * @param subject the checkout they are about
     * @param names every name by which a rule may mean that checkout
     */
    public void send(String gateway, String subject, Collection<String> names, List<OutgoingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var reversed = rules.take(gateway, Misbehaviour.REVERSED, names).isPresent();
        for (var event : Treatment.inOrder(events, reversed)) {
            write(gateway, subject, event, treatment(gateway, names), reversed);
        }
        database.afterCommit(courier::nudge);
    }

    /** Sends a message once more, whatever rules there are. */
    public void resend(String gateway, String subject, OutgoingEvent event) {
        write(gateway, subject, event, Treatment.NONE, false);
        database.afterCommit(courier::nudge);
    }

    private void write(String gateway, String subject, OutgoingEvent event, Treatment treatment, boolean reversed) {
        var now = clock.now();
        boolean held = treatment.is(Misbehaviour.NEVER);
        for (int copy = 0; copy < treatment.copies(); copy++) {
            deliveries.add(new Delivery(
                    0,
                    gateway,
                    subject,
                    estranged(gateway, event, treatment),
                    held ? DeliveryState.HELD : DeliveryState.WAITING,
                    treatment.words(reversed),
                    treatment.is(Misbehaviour.FORGED),
                    treatment.is(Misbehaviour.REENCODED),
                    0,
                    held ? Optional.empty() : Optional.of(now.plus(treatment.delay())),
                    now));
        }
    }

    private OutgoingEvent estranged(String gateway, OutgoingEvent event, Treatment treatment) {
        var sender = senders.of(gateway);
        var sent = event;
        if (treatment.is(Misbehaviour.OTHER_MODE)) {
            sent = sender.orElseThrow().ofOtherMode(sent);
        }
        if (treatment.is(Misbehaviour.OTHER_ACCOUNT)) {
            sent = sender.orElseThrow().ofOtherAccount(sent);
        }
        return sent;
    }

    private Treatment treatment(String gateway, Collection<String> names) {
        var delay = rules.take(gateway, Misbehaviour.LATE, names).map(Rule::seconds);
        var wrong = EnumSet.noneOf(Misbehaviour.class);
        for (var kind : Treatment.KINDS.keySet()) {
            if (rules.take(gateway, kind, names).isPresent()) {
                wrong.add(kind);
            }
        }
        return new Treatment(delay.orElse(Duration.ZERO), wrong);
    }
}
