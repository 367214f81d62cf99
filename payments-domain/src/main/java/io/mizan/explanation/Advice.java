package io.mizan.explanation;

import io.mizan.attempt.AttemptSnapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * What should happen next. What happens otherwise, and what not to do, are texts of the situation.
 *
 * @param by until when; absent where nothing runs out
 * @param attempt the attempt that it is about
 */
public record Advice(Situation situation, Actor actor, Optional<Instant> by, Optional<AttemptSnapshot> attempt) {
    static Advice of(Picture picture) {
        var situation = Situation.of(picture);
        return new Advice(situation, situation.actor(), situation.by(picture), picture.inQuestion());
    }
}
