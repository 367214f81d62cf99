package io.mizan.fact;

import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Small maps of strings as JSON objects with sorted names, so that equal maps are equal text. */
public final class Details {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private Details() {}

    public static String toJson(Map<String, String> detail) {
        var object = JSON.createObjectBuilder();
        new TreeMap<>(detail).forEach(object::add);
        return object.build().toString();
    }

    /** @throws jakarta.json.JsonException unless it is an object of strings */
    public static Map<String, String> fromJson(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            var detail = new TreeMap<String, String>();
            reader.readObject().forEach((name, value) -> detail.put(name, ((JsonString) value).getString()));
            return Collections.unmodifiableMap(detail);
        }
    }
}
