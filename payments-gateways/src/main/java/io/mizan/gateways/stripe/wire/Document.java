package io.mizan.gateways.stripe.wire;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One JSON object of Stripe's, read member by member. A member that is absent or {@code null} is empty; one of another
 * type than asked for is refused.
 */
public final class Document {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    /** Stripe's ids are of these characters; anything else has no place in an address or in a column of ours. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,120}");

    /** The last second of the year 9999. */
    private static final long END_OF_TIME = 253_402_300_799L;

    private final JsonObject json;

    private Document(JsonObject json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if the bytes are not one JSON object in UTF-8 */
    public static Document parse(byte[] utf8) {
        // The character set is named, or the parser would guess at others from the first bytes.
        try (var reader = JSON.createReaderFactory(Map.of())
                .createReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8)) {
            return new Document(reader.readObject());
        } catch (RuntimeException e) { // not JsonException alone: the parser says "too deeply nested" without a type
            throw new IllegalArgumentException("not a JSON object", e);
        }
    }

    /** What kind of object it says it is: {@code checkout.session}. */
    public String objectName() {
        return requiredText("object");
    }

    Optional<Document> object(String name) {
        return value(name, JsonObject.class).map(Document::new);
    }

    Document requiredObject(String name) {
        return object(name).orElseThrow(() -> missing(name));
    }

    /** A string that says something; an empty one counts as absent. */
    Optional<String> text(String name) {
        return value(name, JsonString.class).map(JsonString::getString).filter(text -> !text.isBlank());
    }

    String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    Optional<String> id(String name) {
        return text(name).map(id -> {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(name + " is not an id of Stripe's");
            }
            return id;
        });
    }

    String requiredId(String name) {
        return id(name).orElseThrow(() -> missing(name));
    }

    /** The id under that name, whether Stripe wrote only the id or put the whole object in its place. */
    Optional<String> expandableId(String name) {
        return json.get(name) instanceof JsonObject object
                ? Optional.of(new Document(object).requiredId("id"))
                : id(name);
    }

    /** The object under that name, if Stripe put it in the place of its id. */
    Optional<Document> expanded(String name) {
        return json.get(name) instanceof JsonObject object ? Optional.of(new Document(object)) : Optional.empty();
    }

    Optional<Long> number(String name) {
        return value(name, JsonNumber.class).map(number -> {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(name + " is not a whole number that fits", e);
            }
        });
    }

    long requiredNumber(String name) {
        return number(name).orElseThrow(() -> missing(name));
    }

    Optional<Boolean> flag(String name) {
        return Optional.ofNullable(json.get(name))
                .filter(value -> value != JsonValue.NULL)
                .map(value -> switch (value.getValueType()) {
                    case TRUE -> true;
                    case FALSE -> false;
                    default -> throw new IllegalArgumentException(name + " is not of the expected type");
                });
    }

    /** A time, which Stripe counts in seconds since the epoch; one that no calendar of ours reaches is refused. */
    Optional<Instant> time(String name) {
        return number(name).map(seconds -> {
            if (seconds < 0 || seconds > END_OF_TIME) {
                throw new IllegalArgumentException(name + " is not a time");
            }
            return Instant.ofEpochSecond(seconds);
        });
    }

    /** The members that are strings; Stripe's metadata has no others. */
    Map<String, String> texts(String name) {
        var texts = new TreeMap<String, String>();
        object(name)
                .ifPresent(object -> object.json.forEach((key, value) -> {
                    if (value instanceof JsonString string) {
                        texts.put(key, string.getString());
                    }
                }));
        return texts;
    }

    private <V extends JsonValue> Optional<V> value(String name, Class<V> type) {
        var value = json.get(name);
        if (value == null || value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name + " is not of the expected type");
        }
        return Optional.of(type.cast(value));
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException(name + " is missing");
    }
}
