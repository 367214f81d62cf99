package io.mizan.casework;

import io.mizan.id.AttemptId;
import java.util.Map;
import java.util.Optional;

/** A surprise that is true now. {@code subject} and {@code kind} make it one, however often it is found. */
public record Finding(CaseKind kind, String subject, Optional<AttemptId> attempt, Map<String, String> evidence) {
    public Finding {
        evidence = Map.copyOf(evidence);
    }
}
