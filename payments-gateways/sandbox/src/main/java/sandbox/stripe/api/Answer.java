package sandbox.stripe.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** A status, headers and a JSON text, as they go over the wire. */
record Answer(int status, Map<String, String> headers, String body) {
    static Answer of(int status, String body) {
        return new Answer(status, Map.of(), body);
    }

    static Answer of(StripeError error) {
        return of(error.status(), error.document().toString());
    }

    Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
