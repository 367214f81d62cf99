package io.mizan.web.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.secrets.CardNumbers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The members of one object of a request's body, taken out by name and type. Each refusal names the member by its path
 * from the top: {@code items[0].quantity}.
 *
 * <p>A member may be null only where it is optional, and then means the same as none.
 */
public final class Members {
    private final String path;
    private final JsonNode object;

    Members(String path, JsonNode object) {
        this.path = path;
        this.object = object;
    }

    /**
     * Says what the object holds; to be called before anything is taken out of it.
     *
     * @throws MizanException {@code UNKNOWN_FIELD} or else {@code MISSING_FIELD}
     */
    public Members shape(List<String> required, List<String> optional) {
        var known = new HashSet<>(required);
        known.addAll(optional);
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw refused(ErrorCode.UNKNOWN_FIELD, name, "There is no member '" + pathOf(name) + "'.");
            }
        });
        for (var name : required) {
            if (!object.has(name)) {
                throw refused(ErrorCode.MISSING_FIELD, name, "The member '" + pathOf(name) + "' is missing.");
            }
        }
        return this;
    }

    /** Text of 1 to {@code longest} characters without control characters. */
    public String text(String name, int longest) {
        return asText(name, object.get(name), longest);
    }

    public Optional<String> optionalText(String name, int longest) {
        return present(name).map(node -> asText(name, node, longest));
    }

    /**
     * Text that means something.
     *
     * @param type refuses what it does not know with an {@link IllegalArgumentException} that says what it expects
     */
    public <T> T value(String name, Function<String, T> type) {
        return asValue(name, object.get(name), type);
    }

    public <T> Optional<T> optionalValue(String name, Function<String, T> type) {
        return present(name).map(node -> asValue(name, node, type));
    }

    /** A whole number within bounds, written without fraction, exponent or quotes. */
    public long number(String name, long least, long most) {
        return asNumber(name, object.get(name), least, most);
    }

    public Optional<Long> optionalNumber(String name, long least, long most) {
        return present(name).map(node -> asNumber(name, node, least, most));
    }

    public int integer(String name, int least, int most) {
        return Math.toIntExact(number(name, least, most));
    }

    public boolean optionalFlag(String name, boolean otherwise) {
        return present(name)
                .map(node -> {
                    if (!node.isBoolean()) {
                        throw invalid(name, "must be true or false");
                    }
                    return node.booleanValue();
                })
                .orElse(otherwise);
    }

    public <T> T object(String name, Function<Members, T> reader) {
        return asObject(pathOf(name), object.get(name), reader);
    }

    public <T> Optional<T> optionalObject(String name, Function<Members, T> reader) {
        return present(name).map(node -> asObject(pathOf(name), node, reader));
    }

    /** A list of objects, at least one. */
    public <T> List<T> list(String name, int most, Function<Members, T> reader) {
        var node = object.get(name);
        if (!node.isArray()) {
            throw invalid(name, "must be a list");
        }
        if (node.isEmpty() || node.size() > most) {
            throw invalid(name, "must have 1 to " + most + " entries");
        }
        var entries = new ArrayList<T>(node.size());
        for (int i = 0; i < node.size(); i++) {
            entries.add(asObject(pathOf(name) + "[" + i + "]", node.get(i), reader));
        }
        return List.copyOf(entries);
    }

    /** An object of at most {@code most} texts under names of the caller's choice; empty if it is not there. */
    public Map<String, String> texts(String name, int most, int longestName, int longestText) {
        return optionalObject(name, inner -> inner.allTexts(most, longestName, longestText))
                .orElse(Map.of());
    }

    /** The refusal of a member whose value breaks a rule: {@code rule} goes on after its path, as in "must be ...". */
    public MizanException invalid(String name, String rule) {
        return refused(ErrorCode.INVALID_FIELD, name, "'" + pathOf(name) + "' " + rule + ".");
    }

    public boolean has(String name) {
        return present(name).isPresent();
    }

    /** Where a member stands: {@code items[0].quantity}. */
    public String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private Map<String, String> allTexts(int most, int longestName, int longestText) {
        if (object.size() > most) {
            throw MizanException.of(
                    ErrorCode.INVALID_FIELD, path, "'" + path + "' must have at most " + most + " members.");
        }
        var texts = new LinkedHashMap<String, String>();
        object.fieldNames().forEachRemaining(name -> {
            if (name.isBlank() || name.length() > longestName || !isPlain(name)) {
                throw MizanException.of(
                        ErrorCode.INVALID_FIELD,
                        path,
                        "A name in '" + path + "' must have 1 to " + longestName
                                + " characters without control characters.");
            }
            refuseCardNumber(path, name);
            texts.put(name, asText(name, object.get(name), longestText));
        });
        return texts;
    }

    private Optional<JsonNode> present(String name) {
        return Optional.ofNullable(object.get(name)).filter(node -> !node.isNull());
    }

    private String asText(String name, JsonNode node, int longest) {
        if (!node.isTextual()) {
            throw invalid(name, "must be a string");
        }
        var text = node.textValue();
        if (text.isBlank() || text.length() > longest || !isPlain(text)) {
            throw invalid(name, "must have 1 to " + longest + " characters, none of them a control character");
        }
        refuseCardNumber(pathOf(name), text);
        return text;
    }

    /** Whatever a field is for, a card number is not it: what is not taken cannot leak. */
    public static void refuseCardNumber(String path, String text) {
        if (CardNumbers.isIn(text)) {
            throw MizanException.of(
                    ErrorCode.CARD_NUMBER_NOT_ALLOWED,
                    path,
                    "'" + path + "' has the form of a card number. Cards are typed on the gateway's page alone.");
        }
    }

    private <T> T asValue(String name, JsonNode node, Function<String, T> type) {
        if (!node.isTextual()) {
            throw invalid(name, "must be a string");
        }
        refuseCardNumber(pathOf(name), node.textValue());
        try {
            return type.apply(node.textValue());
        } catch (IllegalArgumentException refusal) {
            throw invalid(name, "is not valid: " + refusal.getMessage());
        }
    }

    private long asNumber(String name, JsonNode node, long least, long most) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw invalid(name, "must be a whole number");
        }
        long number = node.longValue();
        if (number < least || number > most) {
            throw invalid(name, "must be from " + least + " to " + most);
        }
        return number;
    }

    private static <T> T asObject(String path, JsonNode node, Function<Members, T> reader) {
        if (!node.isObject()) {
            throw MizanException.of(ErrorCode.INVALID_FIELD, path, "'" + path + "' must be an object.");
        }
        return reader.apply(new Members(path, node));
    }

    private static boolean isPlain(String text) {
        return text.codePoints().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private MizanException refused(ErrorCode code, String name, String detail) {
        return MizanException.of(code, pathOf(name), detail);
    }
}
