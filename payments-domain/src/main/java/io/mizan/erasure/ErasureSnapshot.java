package io.mizan.erasure;

import io.mizan.id.ErasureId;
import io.mizan.id.OrderId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish to erase a customer, as it stood when it was read.
 *
 * @param order the order on which it was asked
 * @param reason why, in the words of who asked
 * @param requesterId who asked, so that nobody approves a wish of their own
 * @param requestedBy the name that they sign in with
 * @param runsOutAt until when somebody has to decide; absent once that is over
 * @param orders how many orders were rid of their customer so far
 */
public record ErasureSnapshot(
        ErasureId id,
        OrderId order,
        String reason,
        ErasureState state,
        UUID requesterId,
        String requestedBy,
        Instant requestedAt,
        Optional<Instant> runsOutAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<Instant> finishedAt,
        int orders) {}
