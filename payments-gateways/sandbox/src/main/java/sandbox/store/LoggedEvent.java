package sandbox.store;

import java.time.Instant;
import sandbox.webhook.OutgoingEvent;

/**
 * A message of a provider that is kept, for its API and for whoever watches over the simulators.
 *
 * @param subject the checkout that it is about
 */
public record LoggedEvent(OutgoingEvent message, String subject, Instant createdAt) {}
