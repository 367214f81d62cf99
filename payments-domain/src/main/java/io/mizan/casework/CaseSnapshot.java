package io.mizan.casework;

import io.mizan.id.AttemptId;
import io.mizan.id.CaseId;
import io.mizan.id.OrderId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A case as it stood when it was read.
 *
 * @param holds whether what opened it is still true
 * @param version counts what people did to it
 * @param subject the order, attempt, command or event that it is about; with the kind, what makes it one case
 */
public record CaseSnapshot(
        CaseId id,
        CaseKind kind,
        CaseState state,
        boolean holds,
        String subject,
        Optional<OrderId> order,
        Optional<AttemptId> attempt,
        String proposedAction,
        Map<String, String> evidence,
        Instant openedAt,
        Optional<String> owner,
        Optional<Instant> resolvedAt,
        int version) {}
