package io.mizan.casework;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that somebody did to a case.
 *
 * @param actor as journals name them
 * @param note what they said
 */
public record CaseActRecord(int seq, Instant at, CaseAct act, String actor, Optional<String> note) {}
