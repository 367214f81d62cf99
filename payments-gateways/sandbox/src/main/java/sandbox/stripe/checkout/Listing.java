package sandbox.stripe.checkout;

import java.time.Instant;
import java.util.Optional;

/**
 * Which page of a list is wanted; at most one of the cursors is present.
 *
 * @param limit 1 to 100
 * @param startingAfter the id after which, newest first, the page starts
 * @param endingBefore the id before which it ends
 * @param createdFrom inclusive
 * @param createdTo inclusive
 */
public record Listing(
        int limit,
        Optional<String> startingAfter,
        Optional<String> endingBefore,
        Optional<Instant> createdFrom,
        Optional<Instant> createdTo) {}
