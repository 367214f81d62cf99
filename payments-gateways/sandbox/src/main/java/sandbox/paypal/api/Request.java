package sandbox.paypal.api;

import jakarta.json.JsonObject;
import java.util.Optional;
import sandbox.paypal.wire.Json;

/**
 * A request as it came in.
 *
 * @param path below {@code /paypal}, without the query
 * @param requestId {@code PayPal-Request-Id}
 * @param representation whether the whole object is wanted for an answer
 * @param mock {@code PayPal-Mock-Response}
 */
record Request(
        String method,
        String path,
        String text,
        Optional<String> authorization,
        Optional<String> requestId,
        boolean representation,
        Optional<String> mock) {
    JsonObject body() {
        return Json.parse(text);
    }

    /** The id in {@code /v2/<collection>/<collection>/<id>}, empty if there is none. */
    String id() {
        var parts = path.split("/", -1);
        return parts.length > 4 ? parts[4] : "";
    }
}
