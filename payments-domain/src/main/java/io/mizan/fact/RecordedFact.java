package io.mizan.fact;

import io.mizan.id.AttemptId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A fact as it is kept, with everything that told it.
 *
 * @param attempt absent for decisions about the whole order
 * @param recordedAt when we first knew; never read by derivation
 * @param evidence at least one, in the order in which it came
 */
public record RecordedFact(
        UUID id, Fact.Identity identity, Optional<AttemptId> attempt, Instant recordedAt, List<Evidence> evidence) {
    private static final Comparator<Evidence> TELLING = Comparator.comparing(
                    (Evidence e) -> e.effectiveAt().orElse(Instant.MAX))
            .thenComparing(e -> e.detail().toString());

    public RecordedFact {
        evidence = List.copyOf(evidence);
    }

    /**
     * The fact with the earliest time that any evidence states, and the detail of the evidence that sorts first: the
     * same whichever message came first (invariant 5).
     */
    public Fact fact() {
        var effectiveAt =
                evidence.stream().flatMap(e -> e.effectiveAt().stream()).min(Comparator.naturalOrder());
        var detail = evidence.stream().min(TELLING).map(Evidence::detail).orElse(Map.of());
        return new Fact(identity, effectiveAt, detail);
    }

    /** One source tells a fact once, however often it is read. */
    boolean isToldBy(Evidence told) {
        return evidence.stream()
                .anyMatch(e -> e.source() == told.source() && e.sourceRef().equals(told.sourceRef()));
    }

    RecordedFact with(Evidence more) {
        var all = new ArrayList<>(evidence);
        all.add(more);
        return new RecordedFact(id, identity, attempt, recordedAt, all);
    }
}
