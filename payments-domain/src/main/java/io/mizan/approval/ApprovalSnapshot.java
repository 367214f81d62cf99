package io.mizan.approval;

import io.mizan.id.ApprovalId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An act that waits or waited for a second person, as it stood when it was read.
 *
 * @param makerId who asked, so that nobody approves a wish of their own
 * @param madeBy the name that they sign in with
 * @param state {@code EXPIRED} as soon as its time is over, whatever the row says
 */
public record ApprovalSnapshot(
        ApprovalId id,
        Wish wish,
        ApprovalState state,
        UUID makerId,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt) {}
