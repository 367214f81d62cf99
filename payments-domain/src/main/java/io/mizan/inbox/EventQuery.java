package io.mizan.inbox;

import io.mizan.id.EventId;
import java.util.Optional;

/**
 * Which stored callbacks to list.
 *
 * @param after the last one of the page before; the newest come first
 * @param limit at most this many, 1 to 100
 */
public record EventQuery(Optional<WebhookState> state, Optional<EventId> after, int limit) {
    public EventQuery {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("a page holds 1 to 100 callbacks");
        }
    }
}
