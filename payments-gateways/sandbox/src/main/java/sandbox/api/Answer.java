package sandbox.api;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A status, headers and a text, as they go over the wire; JSON unless a header says otherwise. */
public record Answer(int status, Map<String, String> headers, String body) {
    private static final String CONTENT_TYPE = "Content-Type";

    public static Answer of(int status, String body) {
        return new Answer(status, Map.of(CONTENT_TYPE, "application/json"), body);
    }

    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    Response rendered() {
        var response = Response.status(status, reason())
                .header("Cache-Control", "no-cache, no-store")
                .entity(body.getBytes(StandardCharsets.UTF_8));
        headers.forEach(response::header);
        return response.build();
    }

    /** The server knows no reason for 429 and would invent one. */
    private String reason() {
        return Optional.ofNullable(Response.Status.fromStatusCode(status))
                .map(Response.Status::getReasonPhrase)
                .orElse("");
    }
}
