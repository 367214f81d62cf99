package io.mizan.web.problem;

import io.mizan.web.http.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The one mapper of the API: whatever is thrown leaves as a problem document. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final int UNPROCESSABLE = 422;

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
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
}
