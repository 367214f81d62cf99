package sandbox.stripe.api;

import jakarta.json.JsonObject;
import java.util.Optional;
import sandbox.api.Answer;
import sandbox.stripe.wire.Document;

/** A request that Stripe refuses, with the answer that it gives. */
class StripeError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final String type;
    private final String code;
    private final String param;
    private final boolean executed;

    private StripeError(int status, String type, String code, String param, boolean executed, String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
        this.executed = executed;
    }

    /** A parameter is wrong; found before anything was executed, so an idempotency key does not remember it. */
    static StripeError invalidParameter(String code, String param, String message) {
        return new StripeError(400, INVALID_REQUEST, code, param, false, message);
    }

    /** What was asked does not fit the object's state. */
    static StripeError refused(String code, String message) {
        return new StripeError(400, INVALID_REQUEST, code, "", true, message);
    }

    static StripeError noSuch(String object, String id, String param) {
        return new StripeError(
                404, INVALID_REQUEST, "resource_missing", param, false, "No such " + object + ": '" + id + "'");
    }

    static StripeError unknownUrl(String method, String path) {
        return new StripeError(
                404,
                INVALID_REQUEST,
                "",
                "",
                false,
                "Unrecognized request URL (" + method + ": " + path + "). The simulator plays no such call.");
    }

    static StripeError unauthenticated(String code, String message) {
        return new StripeError(401, INVALID_REQUEST, code, "", false, message);
    }

    static StripeError idempotency(int status, String code, String message) {
        return new StripeError(status, "idempotency_error", code, "", false, message);
    }

    static StripeError rateLimited() {
        return new StripeError(
                429, INVALID_REQUEST, "rate_limit", "", false, "Too many requests hit the API too quickly.");
    }

    static StripeError serverError() {
        return new StripeError(500, "api_error", "", "", false, "An unknown error occurred.");
    }

    int status() {
        return status;
    }

    /** True if the operation had begun, so that an idempotency key replays this answer. */
    boolean executed() {
        return executed;
    }

    JsonObject document() {
        var error = Document.empty().text("type", type);
        present(code).ifPresent(it -> error.text("code", it)
                .text("doc_url", "https://stripe.com/docs/error-codes/" + it.replace('_', '-')));
        present(param).ifPresent(it -> error.text("param", it));
        return Document.empty()
                .value("error", error.text("message", getMessage()).build())
                .build();
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty());
    }

    Answer answer() {
        return Answer.of(status(), document().toString());
    }
}
