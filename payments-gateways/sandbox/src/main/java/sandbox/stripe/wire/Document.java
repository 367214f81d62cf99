package sandbox.stripe.wire;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Builds one JSON object member by member; what is absent becomes an explicit null, as Stripe writes it. */
public final class Document {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonObjectBuilder json = JSON.createObjectBuilder();

    private Document() {}

    public static Document empty() {
        return new Document();
    }

    public static Document of(String object) {
        return new Document().text("object", object);
    }

    public Document text(String name, String value) {
        json.add(name, value);
        return this;
    }

    public Document text(String name, Optional<String> value) {
        return value.map(present -> text(name, present)).orElseGet(() -> none(name));
    }

    public Document number(String name, long value) {
        json.add(name, value);
        return this;
    }

    public Document flag(String name, boolean value) {
        json.add(name, value);
        return this;
    }

    /** Seconds since the epoch, as every time at Stripe. */
    public Document time(String name, Instant value) {
        return number(name, value.getEpochSecond());
    }

    public Document time(String name, Optional<Instant> value) {
        return value.map(present -> time(name, present)).orElseGet(() -> none(name));
    }

    public Document none(String... names) {
        for (var name : names) {
            json.addNull(name);
        }
        return this;
    }

    public Document value(String name, JsonValue value) {
        json.add(name, value);
        return this;
    }

    public Document value(String name, Optional<JsonObject> value) {
        return value.map(present -> value(name, present)).orElseGet(() -> none(name));
    }

    public Document texts(String name, Collection<String> values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(array::add);
        json.add(name, array);
        return this;
    }

    public Document map(String name, Map<String, String> values) {
        var object = JSON.createObjectBuilder();
        values.forEach(object::add);
        json.add(name, object);
        return this;
    }

    public JsonObject build() {
        return json.build();
    }
}
