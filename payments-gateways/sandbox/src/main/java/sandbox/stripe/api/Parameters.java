package sandbox.stripe.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The parameters of a request as the tree that their brackets spell: {@code a[b][0]=x} is the text x below a, b and 0.
 * Every part knows its path, so that an error can name the parameter as the sender wrote it.
 */
final class Parameters {
    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])*)");
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\[\\]]*)]");

    private final String path;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Parameters> branches = new LinkedHashMap<>();

    private Parameters(String path) {
        this.path = path;
    }

    static Parameters parse(List<FormEncoding.Pair> pairs) {
        var root = new Parameters("");
        for (var pair : pairs) {
            root.put(segments(pair.name()), pair.value());
        }
        return root;
    }

    static Parameters parse(String encoded) {
        return parse(FormEncoding.decode(encoded));
    }

    private static List<String> segments(String name) {
        var match = NAME.matcher(name);
        if (!match.matches()) {
            throw unknown(name);
        }
        var segments = new ArrayList<>(List.of(match.group(1)));
        var brackets = BRACKET.matcher(match.group(2));
        while (brackets.find()) {
            segments.add(brackets.group(1));
        }
        return segments;
    }

    private void put(List<String> segments, String value) {
        var first = segments.get(0).isEmpty() ? String.valueOf(texts.size() + branches.size()) : segments.get(0);
        if (segments.size() == 1) {
            texts.put(first, value);
        } else {
            branches.computeIfAbsent(first, key -> new Parameters(pathOf(key)))
                    .put(segments.subList(1, segments.size()), value);
        }
    }

    /** The full name of a member, brackets and all. */
    String pathOf(String name) {
        return path.isEmpty() ? name : path + "[" + name + "]";
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).filter(text -> !text.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** @throws StripeError if it is there and not a whole number */
    Optional<Long> integer(String name) {
        return text(name).map(text -> {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw StripeError.invalidParameter(
                        "parameter_invalid_integer", pathOf(name), "Invalid integer: " + text);
            }
        });
    }

    /** @throws StripeError if it is there and none of these */
    Optional<String> oneOf(String name, String... allowed) {
        return text(name).map(text -> {
            if (!List.of(allowed).contains(text)) {
                throw StripeError.invalidParameter(
                        "", pathOf(name), "Invalid " + pathOf(name) + ": must be one of " + String.join(", ", allowed));
            }
            return text;
        });
    }

    /** The part below this name; empty if there is none. */
    Parameters below(String name) {
        return branches.getOrDefault(name, new Parameters(pathOf(name)));
    }

    boolean has(String name) {
        return texts.containsKey(name) || branches.containsKey(name);
    }

    /** The members of an array of objects, in the order of their indexes. */
    List<Parameters> items(String name) {
        return List.copyOf(sorted(below(name).branches).values());
    }

    /** The members of an array of texts, in the order of their indexes. */
    List<String> texts(String name) {
        return List.copyOf(sorted(below(name).texts).values());
    }

    /** All texts directly below this name, as metadata is sent. */
    Map<String, String> map(String name) {
        return new LinkedHashMap<>(below(name).texts);
    }

    private static <T> Map<Integer, T> sorted(Map<String, T> members) {
        var sorted = new TreeMap<Integer, T>();
        members.forEach((key, value) -> {
            if (!key.matches("\\d{1,4}")) {
                throw unknown(key);
            }
            sorted.put(Integer.valueOf(key), value);
        });
        return sorted;
    }

    /** Every text with its full name, sorted: equal requests have equal maps. */
    Map<String, String> flat() {
        var flat = new TreeMap<String, String>();
        texts.forEach((name, value) -> flat.put(pathOf(name), value));
        branches.values().forEach(branch -> flat.putAll(branch.flat()));
        return flat;
    }

    StripeError missing(String name) {
        return StripeError.invalidParameter(
                "parameter_missing", pathOf(name), "Missing required param: " + pathOf(name) + ".");
    }

    static StripeError unknown(String name) {
        return StripeError.invalidParameter("parameter_unknown", name, "Received unknown parameter: " + name);
    }
}
