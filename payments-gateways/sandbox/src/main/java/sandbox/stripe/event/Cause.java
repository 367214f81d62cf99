package sandbox.stripe.event;

import java.util.Optional;

/** The API request that caused an event; nobody's when the customer or time did. */
public record Cause(Optional<String> requestId, Optional<String> idempotencyKey) {
    public static final Cause NOT_A_REQUEST = new Cause(Optional.empty(), Optional.empty());
}
