package sandbox.webhook;

/** A message that a provider wants sent, not signed yet. */
public record OutgoingEvent(String id, String type, String body) {}
