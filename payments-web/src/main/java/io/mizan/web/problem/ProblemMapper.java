package io.mizan.web.problem;

import io.mizan.web.http.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * The mapper of the API: whatever is thrown leaves as a problem document.
 *
 * @param <T> what is thrown; {@link Any} takes everything, the others stand before mappers of the server's own for theirs
 */
public abstract class ProblemMapper<T extends Throwable> implements ExceptionMapper<T> {
    private static final int UNPROCESSABLE = 422;

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(T failure) {
        var requestId = RequestId.of(request);
        var problem = Problems.of(failure, requestId);
        var answer = (problem.status() == UNPROCESSABLE
                        ? Response.status(UNPROCESSABLE, "Unprocessable Entity")
                        : Response.status(problem.status()))
                .type(Problem.MEDIA_TYPE)
                .entity(problem.toJson(requestId));
        problem.retryAfterSeconds().ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, ProblemAnswer.CHALLENGE);
        }
        if (failure instanceof WebApplicationException protocol) {
            var allowed = protocol.getResponse().getHeaderString(HttpHeaders.ALLOW);
            if (allowed != null) {
                answer.header(HttpHeaders.ALLOW, allowed);
            }
        }
        return answer.build();
    }

    /** Everything that no other takes. */
    @Provider
    public static class Any extends ProblemMapper<Throwable> {}

    /** Jersey has a mapper for these that fails to map most of them. */
    @Provider
    public static class OfTransactions extends ProblemMapper<TransactionalException> {}

    /** Refusals of JAX-RS itself, which the server would answer with a page. */
    @Provider
    public static class OfProtocol extends ProblemMapper<WebApplicationException> {}
}
