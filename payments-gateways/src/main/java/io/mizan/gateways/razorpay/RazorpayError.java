package io.mizan.gateways.razorpay;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Outcomes;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What Razorpay says when it refuses. Nearly everything is a 400, wrong ids too, so that the body decides.
 *
 * @param code {@code BAD_REQUEST_ERROR}, {@code GATEWAY_ERROR} or {@code SERVER_ERROR}
 * @param description for people; read where nothing else tells
 */
record RazorpayError(String code, String description, Optional<String> reason) {
    private static final Logger LOG = Logger.getLogger(RazorpayError.class.getName());
    private static final int CONFLICT = 409;

    /** Empty if the answer is none of Razorpay's. */
    static Optional<RazorpayError> in(HttpReply.Answered answer) {
        try {
            return JsonDocument.parse(answer.body()).object("error").flatMap(error -> error.text("code")
                    .map(code -> new RazorpayError(
                            code,
                            error.text("description").orElse(""),
                            error.text("reason").filter(reason -> !reason.equals("NA")))));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** What a call comes to that Razorpay did not simply do. */
    static GatewayResult result(HttpReply reply) {
        return Outcomes.of(RazorpayGateway.NAME, reply).orElseGet(() -> refusal((HttpReply.Answered) reply));
    }

    /** Whether it says that it knows no such thing. */
    static boolean isNotFound(HttpReply.Answered answer) {
        return in(answer)
                .filter(error -> error.description.contains("id provided does not exist")
                        || error.reason.filter("record_not_found"::equals).isPresent())
                .isPresent();
    }

    private static GatewayResult refusal(HttpReply.Answered answer) {
        var error = in(answer);
        LOG.log(Level.WARNING, "event=razorpay.refused status={0} code={1} reason={2}", new Object[] {
            Integer.toString(answer.status()),
            error.map(RazorpayError::code).map(Words::forLog).orElse("-"),
            error.flatMap(RazorpayError::reason).map(Words::forLog).orElse("-")
        });
        return error.map(said -> said.result(answer.status()))
                .orElseGet(() ->
                        GatewayResult.Unknown.ofAnswer("http " + answer.status() + " without an error of Razorpay's"));
    }

    private GatewayResult result(int status) {
        if (isWrongKey(status)) {
            return new GatewayResult.Declined(FailureCategory.AUTHENTICATION, Words.forLog(code));
        }
        if (description.contains("still in progress")) {
            return GatewayResult.Unknown.ofAnswer("still in progress");
        }
        if (status == CONFLICT || description.contains("same idempotency key")) {
            return new GatewayResult.Declined(FailureCategory.DUPLICATE, Words.forLog(reason.orElse(code)));
        }
        var refused = RazorpayDeclines.ofCall(code, reason);
        // A fault on its side, whatever the status: it may have been done.
        return refused.category() == FailureCategory.GATEWAY_ERROR || refused.category() == FailureCategory.RATE_LIMITED
                ? new GatewayResult.Unknown(refused.code())
                : new GatewayResult.Declined(refused.category(), refused.code(), !refused.listed());
    }

    /** Some of Razorpay's pages tell of a 400 in the place of 401; a customer's wrong code is told with a reason. */
    private boolean isWrongKey(int status) {
        return status == 401 || status == 403 || (reason.isEmpty() && description.startsWith("Authentication failed"));
    }
}
