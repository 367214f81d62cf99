package io.mizan.attempt;

import io.mizan.gateway.Redirect;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.net.URI;
import java.util.List;

/** A redirect as JSON. Its fields keep their order, for some providers sign it. */
final class RedirectJson {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private RedirectJson() {}

    static String of(Redirect redirect) {
        var fields = JSON.createObjectBuilder();
        redirect.fields().forEach(field -> fields.add(field.name(), field.value()));
        return JSON.createObjectBuilder()
                .add("method", redirect.method())
                .add("url", redirect.url().toString())
                .add("fields", fields)
                .build()
                .toString();
    }

    static Redirect read(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            var object = reader.readObject();
            return new Redirect(
                    object.getString("method"),
                    URI.create(object.getString("url")),
                    fields(object.getJsonObject("fields")));
        }
    }

    private static List<Redirect.Field> fields(JsonObject fields) {
        return fields.entrySet().stream()
                .map(field -> new Redirect.Field(field.getKey(), ((JsonString) field.getValue()).getString()))
                .toList();
    }
}
