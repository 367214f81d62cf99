package sandbox.paypal.wire;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Optional;
import sandbox.paypal.order.PayPalRefused;

/** Builders and readers of JSON; the provider is kept, because each look-up of it reads through every library. */
public final class Json {
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    /** @throws PayPalRefused if it is no JSON object; an empty text counts as an empty one */
    public static JsonObject parse(String text) {
        if (text.isBlank()) {
            return object().build();
        }
        try (var reader = PROVIDER.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw PayPalRefused.invalid("MALFORMED_REQUEST_JSON");
        }
    }

    public static Optional<String> text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    /** An empty one if it is absent. */
    public static JsonObject child(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject child ? child : object().build();
    }
}
