package io.mizan.explanation;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.fact.RecordedFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An answer to one question.
 *
 * @param asOf the time for which it holds: when it happened, when the gateway was last asked, or now
 * @param attempt the attempt that decides it
 * @param evidence the facts that it rests on; empty where it rests on our own records
 */
public record Answer<G extends Ground>(
        G ground, Instant asOf, Optional<AttemptSnapshot> attempt, List<RecordedFact> evidence) {
    public Answer {
        evidence = List.copyOf(evidence);
    }

    public Says says() {
        return ground.says();
    }
}
