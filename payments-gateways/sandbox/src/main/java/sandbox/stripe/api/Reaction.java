package sandbox.stripe.api;

import java.time.Duration;

/** What becomes of a request: an answer, or silence and a dropped connection. */
sealed interface Reaction {
    record Answered(Answer answer) implements Reaction {}

    /** The caller hears nothing for this long, and then never will. */
    record Silence(Duration lasting) implements Reaction {}
}
