package io.mizan.explanation;

import io.mizan.attempt.AttemptSnapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * What should happen next. What happens otherwise, and what not to do, are texts of the situation.
 *
 * @param by until when; absent where it is nobody's turn
 * @param overdue whether that time has passed
 * @param attempt the attempt that it is about
 */
public record Advice(
        Situation situation, Actor actor, Optional<Instant> by, boolean overdue, Optional<AttemptSnapshot> attempt) {
    static Advice of(Picture picture) {
        var situation = Situation.of(Circumstances.of(picture)).orElseThrow();
        var by = situation.by(picture);
        return new Advice(
                situation,
                situation.actor(),
                by,
                by.filter(until -> !until.isAfter(picture.now())).isPresent(),
                picture.inQuestion());
    }
}
