package sandbox.control;

import java.time.Instant;
import sandbox.webhook.OutgoingEvent;

/** A message of a provider, for whoever watches over the simulators. */
public record EventView(OutgoingEvent message, String session, Instant createdAt) {}
