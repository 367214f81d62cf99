package sandbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.database.Database;
import sandbox.store.LoggedEvent;
import sandbox.webhook.Outbox;
import sandbox.webhook.Redelivery;

/** What the page and the API can do, once. */
@ApplicationScoped
class Control {
    private static final long FARTHEST_SECONDS = Duration.ofDays(3650).toSeconds();

    @Inject
    Gateways gateways;

    @Inject
    SimulatedClock clock;

    @Inject
    Redelivery redelivery;

    @Inject
    Outbox outbox;

    @Inject
    Messages messages;

    @Inject
    Database database;

    /**
     * Sets the clock: {@code offset_seconds} from the system's time, or {@code advance_seconds} from what it is now.
     */
    void moveClock(Map<String, String> fields) {
        var offset = seconds(fields, "offset_seconds");
        var advance = seconds(fields, "advance_seconds");
        if (offset.isPresent() == advance.isPresent()) {
            throw ControlRefused.invalid("exactly one of offset_seconds and advance_seconds is needed");
        }
        clock.moveTo(offset.orElseGet(() -> clock.offset().plus(advance.orElseThrow())));
    }

    SessionView session(String gateway, String id) {
        return gateways.named(gateway).session(id).orElseThrow(() -> ControlRefused.unknown("session", id));
    }

    LoggedEvent event(String gateway, String id) {
        return messages.kept(gateways.named(gateway), id).orElseThrow(() -> ControlRefused.unknown("event", id));
    }

    /** Acts that every provider knows are done here, the others by the provider. */
    SessionView act(String gateway, String session, String act, Map<String, String> fields) {
        var id = session(gateway, session).id();
        switch (act) {
            case "deliver" -> redelivery.deliverSubject(id);
            case "emit" -> emit(gateway, id);
            default -> gateways.named(gateway).act(id, act, fields);
        }
        return session(gateway, id);
    }

    /** {@code deliver} sends what has not arrived now; {@code resend} sends it once more in any case. */
    LoggedEvent actOnEvent(String gateway, String id, String act) {
        var event = event(gateway, id);
        switch (act) {
            case "deliver" -> redelivery.deliverEvent(id);
            case "resend" -> outbox.resend(gateway, event.subject(), event.message());
            default -> throw ControlRefused.unknown("act", act);
        }
        return event;
    }

    private void emit(String gateway, String session) {
        database.transaction(() -> {
            messages.keptOf(gateways.named(gateway), session)
                    .forEach(event -> outbox.resend(gateway, session, event.message()));
            return null;
        });
    }

    private static Optional<Duration> seconds(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .filter(text -> !text.isBlank())
                .map(text -> {
                    try {
                        var seconds = Long.parseLong(text.strip());
                        if (Math.abs(seconds) <= FARTHEST_SECONDS) {
                            return Duration.ofSeconds(seconds);
                        }
                    } catch (NumberFormatException e) {
                        // answered below, together with what is too far away
                    }
                    throw ControlRefused.invalid(name + " must be a whole number of seconds within ten years");
                });
    }
}
