package sandbox.square.book;

import jakarta.json.spi.JsonProvider;
import sandbox.api.Answer;

/** A no of the simulated Square. */
public class SquareError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final JsonProvider JSON = JsonProvider.provider();

    private final int status;
    private final String category;
    private final String code;

    private SquareError(int status, String category, String code, String detail) {
        super(detail);
        this.status = status;
        this.category = category;
        this.code = code;
    }

    public static SquareError invalid(String code, String detail) {
        return new SquareError(400, "INVALID_REQUEST_ERROR", code, detail);
    }

    public static SquareError notFound(String what, String id) {
        return new SquareError(404, "INVALID_REQUEST_ERROR", "NOT_FOUND", what + " with id `" + id + "` not found.");
    }

    public static SquareError unauthorized() {
        return new SquareError(401, "AUTHENTICATION_ERROR", "UNAUTHORIZED", "This request could not be authorized.");
    }

    public static SquareError rateLimited() {
        return new SquareError(429, "RATE_LIMIT_ERROR", "RATE_LIMITED", "Too many requests.");
    }

    public static SquareError serverError() {
        return new SquareError(500, "API_ERROR", "INTERNAL_SERVER_ERROR", "An internal error has occurred.");
    }

    public Answer answer() {
        var error = JSON.createObjectBuilder()
                .add("category", category)
                .add("code", code)
                .add("detail", getMessage());
        return Answer.of(
                status,
                JSON.createObjectBuilder()
                        .add("errors", JSON.createArrayBuilder().add(error))
                        .build()
                        .toString());
    }
}
