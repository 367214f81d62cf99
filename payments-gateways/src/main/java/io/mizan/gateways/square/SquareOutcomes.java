package io.mizan.gateways.square;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Outcomes;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.square.wire.ApiError;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a call that Square did not simply answer comes to. Decided by the category and code of its error, never by the
 * status: whether a decline comes as 400 or 402 is told in both ways.
 */
final class SquareOutcomes {
    private static final Logger LOG = Logger.getLogger(SquareOutcomes.class.getName());

    /** Ends somewhere in the middle, whatever its category and status say. */
    private static final Set<String> IN_DOUBT = Set.of(
            "GATEWAY_TIMEOUT",
            "REQUEST_TIMEOUT",
            "TEMPORARY_ERROR",
            "INTERNAL_SERVER_ERROR",
            "BAD_GATEWAY",
            "SERVICE_UNAVAILABLE");

    private SquareOutcomes() {}

    /** @param reply anything but a success */
    static GatewayResult of(HttpReply reply) {
        return Outcomes.of(SquareGateway.NAME, reply).orElseGet(() -> refusal((HttpReply.Answered) reply));
    }

    static boolean isNotFound(HttpReply.Answered answer) {
        return answer.status() == 404
                && ApiError.answeredIn(answer.body())
                        .filter(error -> error.code().equals("NOT_FOUND"))
                        .isPresent();
    }

    private static GatewayResult refusal(HttpReply.Answered answer) {
        var error = ApiError.answeredIn(answer.body());
        LOG.log(Level.WARNING, "event=square.refused status={0} category={1} code={2}", new Object[] {
            Integer.toString(answer.status()),
            error.map(ApiError::category).map(Words::forLog).orElse("-"),
            error.map(ApiError::code).map(Words::forLog).orElse("-")
        });
        return error.map(said -> refusal(answer, said))
                .orElseGet(() ->
                        GatewayResult.Unknown.ofAnswer("http " + answer.status() + " without an error of Square's"));
    }

    private static GatewayResult refusal(HttpReply.Answered answer, ApiError error) {
        if (error.category().equals("RATE_LIMIT_ERROR")) {
            return new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, answer.retryAfter());
        }
        if (IN_DOUBT.contains(error.code()) || error.category().equals("API_ERROR")) {
            return new GatewayResult.Unknown(Words.kept(error.code()));
        }
        return new GatewayResult.Declined(category(error), Words.kept(error.code()));
    }

    private static FailureCategory category(ApiError error) {
        return switch (error.category()) {
            case "AUTHENTICATION_ERROR" -> FailureCategory.AUTHENTICATION;
            case "PAYMENT_METHOD_ERROR" -> SquareDeclines.ofCard(error.code());
            default -> SquareDeclines.known(error.code()).orElse(FailureCategory.VALIDATION);
        };
    }
}
