package io.mizan.web.problem;

import io.mizan.web.http.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with a problem document where there is no JAX-RS: providers' callbacks and the server's own errors. */
public final class ProblemAnswer {
    static final String CHALLENGE = "Bearer realm=\"mizan\"";

    private ProblemAnswer() {}

    public static void send(HttpServletRequest request, HttpServletResponse answer, Throwable failure)
            throws IOException {
        send(request, answer, Problems.of(failure, RequestId.of(request)));
    }

    public static void send(HttpServletRequest request, HttpServletResponse answer, Problem problem)
            throws IOException {
        answer.setStatus(problem.status());
        answer.setContentType(Problem.MEDIA_TYPE);
        problem.retryAfterSeconds().ifPresent(seconds -> answer.setHeader("Retry-After", seconds.toString()));
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            answer.setHeader("WWW-Authenticate", CHALLENGE);
        }
        answer.getOutputStream().write(problem.toJson(RequestId.of(request)));
    }
}
