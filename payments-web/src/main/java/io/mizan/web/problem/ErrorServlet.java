package io.mizan.web.problem;

import io.mizan.failure.ErrorCode;
import io.mizan.web.http.RequestId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the server shows instead of its own error pages, which tell more about us than anybody needs: a problem document
 * where programs call, a plain page elsewhere. The container sends errors here; see {@code web.xml}.
 */
@WebServlet(
        name = "Errors",
        // The folders as well: the server would lead to each with its slash before any filter of ours.
        urlPatterns = {"/page/error", "/page", "/assets", "/shop/goods"})
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ErrorServlet.class.getName());
    private static final List<String> FOR_PROGRAMS =
            List.of("/api/", "/webhooks/", "/sandbox/", "/health", "/metrics", "/openapi");

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%1$s</title>
            <link rel="stylesheet" href="/page/calm.css">
            </head>
            <body><main><h1>%1$s</h1><p>%2$s</p><p class="id">%3$s</p></main></body>
            </html>
            """;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) {
            answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
            page(request, answer, HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            LOG.log(Level.SEVERE, failure, () -> "event=request.failed request_id=" + RequestId.of(request));
        }
        if (isForPrograms(request)) {
            ProblemAnswer.send(request, answer, problem(status));
        } else {
            page(request, answer, status);
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return FOR_PROGRAMS.stream().anyMatch(path::startsWith);
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 400 -> Problem.of(ErrorCode.MALFORMED_BODY, "The request cannot be read.");
            case 401 -> Problem.of(ErrorCode.AUTHENTICATION_REQUIRED, "Send an API key.");
            case 403 -> Problem.of(ErrorCode.PERMISSION_DENIED, "This is not allowed.");
            case 404 -> Problem.of(ErrorCode.NOT_FOUND, "There is nothing at this address.");
            case 405 -> Problem.of(ErrorCode.METHOD_NOT_ALLOWED, "This address does not know that method.");
            case 413 -> Problem.of(ErrorCode.BODY_TOO_LARGE, "The body is too large.");
            case 503 -> Problem.of(ErrorCode.SERVICE_UNAVAILABLE, "Repeat the request in a moment.");
            default ->
                Problem.of(
                        status < 500 ? ErrorCode.INVALID_FIELD : ErrorCode.INTERNAL_ERROR,
                        status < 500 ? "The request is not valid." : "Something went wrong on our side.");
        };
    }

    private static void page(HttpServletRequest request, HttpServletResponse answer, int status) throws IOException {
        answer.setStatus(status);
        answer.setContentType("text/html;charset=UTF-8");
        answer.getOutputStream().write(html(status, RequestId.of(request)).getBytes(StandardCharsets.UTF_8));
    }

    private static String html(int status, String requestId) {
        return switch (status) {
            case 403 -> PAGE.formatted("Not for you", "Your account may not see this page.", "");
            case 404 -> PAGE.formatted("Nothing here", "There is no page at this address.", "");
            default ->
                status < 500
                        ? PAGE.formatted("That did not work", "Go back and try once more.", "")
                        : PAGE.formatted(
                                "A fault of ours",
                                "Try again in a moment. If it stays, tell us this number:",
                                requestId);
        };
    }
}
