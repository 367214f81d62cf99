package io.mizan.web.idempotency;

import io.mizan.id.OrderId;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Optional;

/**
 * What the work of a request came to.
 *
 * @param location of what was made, relative to this server
 * @param existing whether it was there already, under the same reference
 * @param order whose customer the view tells of: the kept answer is destroyed with them
 */
public record Outcome(Status status, Optional<URI> location, boolean existing, Object view, Optional<OrderId> order) {
    /** Something new. */
    public static Outcome created(URI location, Object view) {
        return new Outcome(Status.CREATED, Optional.of(location), false, view, Optional.empty());
    }

    /** What an earlier request with the same reference and content made. */
    public static Outcome existing(URI location, Object view) {
        return new Outcome(Status.OK, Optional.of(location), true, view, Optional.empty());
    }

    /** It was taken on, and what comes of it is not known yet. */
    public static Outcome accepted(Object view) {
        return new Outcome(Status.ACCEPTED, Optional.empty(), false, view, Optional.empty());
    }

    public static Outcome done(Object view) {
        return new Outcome(Status.OK, Optional.empty(), false, view, Optional.empty());
    }

    /** The same, of which the answer tells who the customer of an order is. */
    public Outcome of(OrderId itsOrder) {
        return new Outcome(status, location, existing, view, Optional.of(itsOrder));
    }
}
