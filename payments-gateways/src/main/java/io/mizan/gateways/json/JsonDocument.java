package io.mizan.gateways.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One JSON object of a provider's. A member that is absent or {@code null} is empty; one of another type than asked for
 * is refused with an {@link IllegalArgumentException}, as is whatever is required and missing.
 */
public final class JsonDocument {
    /** The last second of the year 9999. */
    private static final long END_OF_TIME = 253_402_300_799L;

    private final JsonObject json;

    private JsonDocument(JsonObject json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if the bytes are not one JSON object in UTF-8 */
    public static JsonDocument parse(byte[] utf8) {
        // The character set is named, or the parser would guess at others from the first bytes.
        try (var reader = JsonText.READERS.createReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8)) {
            return new JsonDocument(reader.readObject());
        } catch (RuntimeException e) { // not JsonException alone: the parser says "too deeply nested" without a type
            throw new IllegalArgumentException("not a JSON object", e);
        }
    }

    public boolean isObject(String name) {
        return json.get(name) instanceof JsonObject;
    }

    public boolean isText(String name) {
        return json.get(name) instanceof JsonString;
    }

    public boolean isArray(String name) {
        return json.get(name) instanceof JsonArray;
    }

    public Optional<JsonDocument> object(String name) {
        return value(name, JsonObject.class).map(JsonDocument::new);
    }

    public JsonDocument requiredObject(String name) {
        return object(name).orElseThrow(() -> missing(name));
    }

    /** The objects of an array; none if it is absent. */
    public List<JsonDocument> objects(String name) {
        return value(name, JsonArray.class)
                .map(array -> array.stream()
                        .map(element -> {
                            if (element instanceof JsonObject object) {
                                return new JsonDocument(object);
                            }
                            throw new IllegalArgumentException(name + " holds something that is no object");
                        })
                        .toList())
                .orElse(List.of());
    }

    /** The strings of an array; none if it is absent. */
    public List<String> strings(String name) {
        return value(name, JsonArray.class)
                .map(array -> array.stream()
                        .map(element -> {
                            if (element instanceof JsonString string) {
                                return string.getString();
                            }
                            throw new IllegalArgumentException(name + " holds something that is no string");
                        })
                        .toList())
                .orElse(List.of());
    }

    /** A string that says something; an empty one counts as absent. */
    public Optional<String> text(String name) {
        return value(name, JsonString.class).map(JsonString::getString).filter(text -> !text.isBlank());
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** A string or a number as text; a number with its decimals, {@code 10.00} as it stood. */
    public Optional<String> scalar(String name) {
        return json.get(name) instanceof JsonNumber number ? Optional.of(number.toString()) : text(name);
    }

    /** @throws IllegalArgumentException too for a number that is not whole, or beyond 64 bits */
    public Optional<Long> number(String name) {
        return value(name, JsonNumber.class).map(number -> {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(name + " is not a whole number that fits", e);
            }
        });
    }

    public long requiredNumber(String name) {
        return number(name).orElseThrow(() -> missing(name));
    }

    /** A decimal number, written as a string or as a number; of at most 40 characters. */
    public Optional<BigDecimal> decimal(String name) {
        return scalar(name).map(text -> {
            if (!text.matches("-?[0-9]{1,20}(\\.[0-9]{1,18})?")) {
                throw new IllegalArgumentException(name + " is not a decimal number");
            }
            return new BigDecimal(text);
        });
    }

    public Optional<Boolean> flag(String name) {
        return Optional.ofNullable(json.get(name))
                .filter(value -> value != JsonValue.NULL)
                .map(value -> switch (value.getValueType()) {
                    case TRUE -> true;
                    case FALSE -> false;
                    default -> throw wrongType(name);
                });
    }

    /** A time written as seconds since the epoch; one that no calendar of ours reaches is refused. */
    public Optional<Instant> epochSecond(String name) {
        return number(name).map(seconds -> {
            if (seconds < 0 || seconds > END_OF_TIME) {
                throw new IllegalArgumentException(name + " is not a time");
            }
            return Instant.ofEpochSecond(seconds);
        });
    }

    /** A time written as RFC 3339; one that no calendar of ours reaches is refused. */
    public Optional<Instant> instant(String name) {
        return text(name).map(text -> {
            try {
                var time = OffsetDateTime.parse(text);
                if (time.getYear() < 1970 || time.getYear() > 9999) {
                    throw new IllegalArgumentException(name + " is not a time");
                }
                return time.toInstant();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(name + " is not a time", e);
            }
        });
    }

    /** The members of an object that are strings; others are passed over. */
    public Map<String, String> texts(String name) {
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
            throw wrongType(name);
        }
        return Optional.of(type.cast(value));
    }

    private static IllegalArgumentException wrongType(String name) {
        return new IllegalArgumentException(name + " is not of the expected type");
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException(name + " is missing");
    }
}
