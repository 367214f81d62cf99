package io.mizan.gateways.square.wire;

import io.mizan.gateways.json.JsonDocument;
import java.util.Optional;

/**
 * The first of the {@code errors} of an answer.
 *
 * @param category such as {@code PAYMENT_METHOD_ERROR}
 * @param code such as {@code INSUFFICIENT_FUNDS}
 */
public record ApiError(String category, String code) {
    /** Empty if the answer holds none. */
    public static Optional<ApiError> answeredIn(byte[] body) {
        try {
            return JsonDocument.parse(body).objects("errors").stream()
                    .findFirst()
                    .map(error -> new ApiError(error.requiredText("category"), error.requiredText("code")));
        } catch (IllegalArgumentException notSquares) {
            return Optional.empty();
        }
    }
}
