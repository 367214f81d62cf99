package sandbox.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
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
        for (int copy = 0; copy < treatment.copies(); copy++) {
            deliveries.add(new Delivery(
                    0,
                    gateway,
                    subject,
                    event,
                    treatment.held() ? DeliveryState.HELD : DeliveryState.WAITING,
                    treatment.words(reversed),
                    treatment.forged(),
                    0,
                    treatment.held() ? Optional.empty() : Optional.of(now.plus(treatment.delay())),
                    now));
        }
    }

    private Treatment treatment(String gateway, Collection<String> names) {
        var treatment = Treatment.NONE;
        var late = rules.take(gateway, Misbehaviour.LATE, names).map(Rule::seconds);
        if (late.isPresent()) {
            treatment = treatment.late(late.get());
        }
        if (rules.take(gateway, Misbehaviour.TWICE, names).isPresent()) {
            treatment = treatment.twice();
        }
        if (rules.take(gateway, Misbehaviour.NEVER, names).isPresent()) {
            treatment = treatment.never();
        }
        if (rules.take(gateway, Misbehaviour.FORGED, names).isPresent()) {
            treatment = treatment.forgery();
        }
        return treatment;
    }
}
