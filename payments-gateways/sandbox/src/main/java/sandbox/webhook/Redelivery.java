package sandbox.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets a person deliver what was kept back, is late, or was given up. */
@ApplicationScoped
public class Redelivery {
    @Inject
    Deliveries deliveries;

    @Inject
    Courier courier;

    /** Sends whatever of this event has not arrived; answers how many messages that is. */
    public int deliverEvent(String eventId) {
        return nudged(deliveries.makeDue("event_id", eventId));
    }

    /** Sends whatever of this checkout has not arrived; answers how many messages that is. */
    public int deliverSubject(String subject) {
        return nudged(deliveries.makeDue("subject", subject));
    }

    private int nudged(int messages) {
        courier.nudge();
        return messages;
    }
}
