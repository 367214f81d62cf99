package sandbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.store.Events;
import sandbox.store.LoggedEvent;
import sandbox.webhook.OutgoingEvent;
import sandbox.webhook.Sending;
import sandbox.webhook.WebhookSender;
import sandbox.webhook.WebhookSenders;

/** What providers have told. It is shown as it is sent, for some sign within the body, which is kept unsigned. */
@ApplicationScoped
class Messages {
    @Inject
    Events events;

    @Inject
    WebhookSenders senders;

    @Inject
    SimulatedClock clock;

    /** Oldest first. */
    List<LoggedEvent> ofSession(SimulatedGateway gateway, String session) {
        return asSent(gateway, events.ofSubject(gateway.name(), session));
    }

    /** Newest first. */
    List<LoggedEvent> latest(SimulatedGateway gateway, int atMost) {
        return asSent(gateway, events.latest(gateway.name(), atMost));
    }

    /** As they are kept, which is what can be sent again. Oldest first. */
    List<LoggedEvent> keptOf(SimulatedGateway gateway, String session) {
        return events.ofSubject(gateway.name(), session);
    }

    /** As it is kept, which is what can be sent again. */
    Optional<LoggedEvent> kept(SimulatedGateway gateway, String id) {
        return events.find(gateway.name(), id);
    }

    private List<LoggedEvent> asSent(SimulatedGateway gateway, List<LoggedEvent> kept) {
        return senders.of(gateway.name())
                .map(sender -> kept.stream().map(event -> asSent(sender, event)).toList())
                .orElse(kept);
    }

    private LoggedEvent asSent(WebhookSender sender, LoggedEvent event) {
        var message = event.message();
        var body = sender.body(new Sending(message, clock.now(), 0, Optional.empty(), false));
        return new LoggedEvent(
                new OutgoingEvent(message.id(), message.type(), body), event.subject(), event.createdAt());
    }
}
