package io.mizan.explanation;

import io.mizan.id.AttemptId;
import java.time.Instant;

/** A genuine message that told no outcome, only that there was one to be asked for. */
public record Hint(AttemptId attempt, Instant receivedAt) {}
