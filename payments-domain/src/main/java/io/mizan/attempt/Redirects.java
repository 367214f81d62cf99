package io.mizan.attempt;

import io.mizan.gateway.Redirect;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URI;
import java.util.HashMap;
import java.util.TreeMap;

/** A redirect as JSON in its column. */
final class Redirects {
    private Redirects() {}

    static String toJson(Redirect redirect) {
        var fields = Json.createObjectBuilder();
        new TreeMap<>(redirect.fields()).forEach(fields::add);
        return Json.createObjectBuilder()
                .add("method", redirect.method())
                .add("url", redirect.url().toString())
                .add("fields", fields)
                .build()
                .toString();
    }

    static Redirect fromJson(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            var object = reader.readObject();
            var fields = new HashMap<String, String>();
            object.getJsonObject("fields").forEach((name, value) -> fields.put(name, ((JsonString) value).getString()));
            return new Redirect(object.getString("method"), URI.create(object.getString("url")), fields);
        }
    }
}
