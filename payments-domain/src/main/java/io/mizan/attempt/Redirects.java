package io.mizan.attempt;

import io.mizan.gateway.Redirect;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URI;
import java.util.HashMap;
import java.util.TreeMap;

/** A redirect as JSON in its column. */
final class Redirects {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private Redirects() {}

    static String toJson(Redirect redirect) {
        var fields = JSON.createObjectBuilder();
        new TreeMap<>(redirect.fields()).forEach(fields::add);
        return JSON.createObjectBuilder()
                .add("method", redirect.method())
                .add("url", redirect.url().toString())
                .add("fields", fields)
                .build()
                .toString();
    }

    static Redirect fromJson(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            var object = reader.readObject();
            var fields = new HashMap<String, String>();
            object.getJsonObject("fields").forEach((name, value) -> fields.put(name, ((JsonString) value).getString()));
            return new Redirect(object.getString("method"), URI.create(object.getString("url")), fields);
        }
    }
}
