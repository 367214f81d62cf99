package sandbox.square.book;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reading and writing Square's documents. */
public final class SquareJson {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private SquareJson() {}

    public static JsonObjectBuilder object() {
        return JSON.createObjectBuilder();
    }

    public static JsonArrayBuilder array() {
        return JSON.createArrayBuilder();
    }

    /** The document with other members over it. */
    public static JsonObjectBuilder over(JsonObject document) {
        return JSON.createObjectBuilder(document);
    }

    /** @throws SquareError if it is not one JSON object */
    public static JsonObject read(String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw SquareError.invalid("BAD_REQUEST", "The request body is not a JSON object.");
        }
    }

    /** Square writes milliseconds. */
    public static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    public static JsonObjectBuilder money(long amount, String currency) {
        return object().add("amount", amount).add("currency", currency);
    }

    /** Absent if there is none, or it is no string. */
    public static Optional<String> text(JsonObject document, String name) {
        return document.get(name) instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
    }

    /** What the merchant attached to an order; what is no text is left out. */
    public static Map<String, String> metadata(JsonObject order) {
        var metadata = new TreeMap<String, String>();
        if (order.get("metadata") instanceof JsonObject attached) {
            attached.keySet().forEach(name -> text(attached, name).ifPresent(value -> metadata.put(name, value)));
        }
        return metadata;
    }

    /** @throws SquareError if it is missing, empty or longer */
    public static String required(JsonObject document, String name, int longest) {
        var text = text(document, name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> SquareError.invalid("MISSING_REQUIRED_PARAMETER", "Missing: " + name));
        if (text.length() > longest) {
            throw SquareError.invalid("VALUE_TOO_LONG", name + " has more than " + longest + " characters.");
        }
        return text;
    }

    /** @throws SquareError if it is missing or no object */
    public static JsonObject requiredObject(JsonObject document, String name) {
        if (document.get(name) instanceof JsonObject object) {
            return object;
        }
        throw SquareError.invalid("MISSING_REQUIRED_PARAMETER", "Missing: " + name);
    }

    /** @throws SquareError if it is missing or no whole number */
    public static long requiredNumber(JsonObject document, String name) {
        if (document.get(name) instanceof JsonNumber number && number.isIntegral()) {
            return number.longValueExact();
        }
        throw SquareError.invalid("INVALID_VALUE", name + " must be a whole number.");
    }
}
