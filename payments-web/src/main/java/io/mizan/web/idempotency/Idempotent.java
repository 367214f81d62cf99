package io.mizan.web.idempotency;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.idempotency.Answer;
import io.mizan.idempotency.Idempotency;
import io.mizan.idempotency.IdempotencyKey;
import io.mizan.idempotency.RequestHash;
import io.mizan.idempotency.Turn;
import io.mizan.secrets.CardNumbers;
import io.mizan.web.access.Caller;
import io.mizan.web.json.JsonText;
import io.mizan.web.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Runs the work of a request at most once for its {@code Idempotency-Key}.
 *
 * <p>Kept are the answers of work that was done, declines included. A refusal is not: it changed nothing, so the key is
 * free again for a request that is put right. After a failure something may have changed, so the key stays with its
 * effect and the next request continues that.
 */
@RequestScoped
public class Idempotent {
    private static final String KEY = "Idempotency-Key";
    /** All browsers of a publishable key share its keys, so one must not be guessed: its answer holds an order's secret. */
    private static final int SHORTEST_OF_A_BROWSER = 20;

    private static final String STATUS = "Idempotency-Status";

    @Inject
    HttpServletRequest request;

    @Inject
    Caller caller;

    @Inject
    Idempotency idempotency;

    /**
     * @param body the raw bytes of the request
     * @param work is given the id that its effect must have, and may be run again with the same one
     * @throws MizanException if the key is missing, not valid, in use, or stands for another request
     */
    public Response once(byte[] body, Function<UUID, Outcome> work) {
        var turn = idempotency.begin(
                caller.key().id(), key(), RequestHash.of(request.getMethod(), request.getRequestURI(), body));
        if (turn instanceof Turn.Replay replay) {
            return response(replay.answer(), "replayed");
        }
        return perform((Turn.Work) turn, work);
    }

    private Response perform(Turn.Work turn, Function<UUID, Outcome> work) {
        Outcome outcome;
        try {
            outcome = work.apply(turn.effectId());
        } catch (MizanException refusal) {
            release(turn, isRefusal(refusal));
            throw refusal;
        } catch (RuntimeException failure) {
            release(turn, false);
            throw failure;
        }
        var answer = new Answer(
                outcome.status().getStatusCode(),
                MediaType.APPLICATION_JSON,
                outcome.location().map(URI::toString).orElse(""),
                JsonText.of(outcome.view()));
        return response(idempotency.conclude(turn, answer, outcome.order()), outcome.existing() ? "existing" : "new");
    }

    private static boolean isRefusal(MizanException refusal) {
        return Problem.of(refusal).status() < 500;
    }

    /** Whoever took over from another cannot know that the other changed nothing. */
    private void release(Turn.Work turn, boolean nothingChanged) {
        if (nothingChanged && turn.first()) {
            idempotency.forget(turn);
        } else {
            idempotency.letGo(turn);
        }
    }

    private IdempotencyKey key() {
        var header = Optional.ofNullable(request.getHeader(KEY))
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> MizanException.of(
                        ErrorCode.IDEMPOTENCY_KEY_MISSING,
                        KEY,
                        "Send a key of your choice, new for each act, in the header Idempotency-Key."));
        if (CardNumbers.isIn(header)) {
            throw MizanException.of(
                    ErrorCode.CARD_NUMBER_NOT_ALLOWED, KEY, "A key is random and never the number of a card.");
        }
        int shortest = caller.isBrowser() ? SHORTEST_OF_A_BROWSER : 1;
        if (header.length() < shortest) {
            throw invalid(shortest);
        }
        try {
            return new IdempotencyKey(header);
        } catch (IllegalArgumentException refusal) {
            throw invalid(shortest);
        }
    }

    private static MizanException invalid(int shortest) {
        return MizanException.of(
                ErrorCode.IDEMPOTENCY_KEY_INVALID,
                KEY,
                "It must be " + shortest + " to 255 visible ASCII characters, such as a new UUID.");
    }

    private static Response response(Answer answer, String status) {
        var response = Response.status(answer.status())
                .type(answer.mediaType())
                .header(STATUS, status)
                .entity(answer.body());
        if (!answer.location().isEmpty()) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        return response.build();
    }
}
