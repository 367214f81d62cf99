package sandbox.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.AsyncResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import sandbox.http.DroppedConnection;

/** What becomes of a request: an answer, or silence and a dropped connection. */
public sealed interface Reaction {
    record Answered(Answer answer) implements Reaction {}

    /** The caller hears nothing for this long, and then never will. */
    record Silence(Duration lasting) implements Reaction {}

    /** Gives the answer, or keeps the silence without holding a thread. */
    default void to(AsyncResponse response, HttpServletRequest request) {
        if (this instanceof Silence silence) {
            var dropped = DroppedConnection.to(request);
            response.setTimeoutHandler(silent -> silent.resume(dropped));
            // zero would mean for ever
            response.setTimeout(Math.max(1, silence.lasting().toMillis()), TimeUnit.MILLISECONDS);
        } else if (this instanceof Answered answered) {
            response.resume(answered.answer().rendered());
        }
    }
}
