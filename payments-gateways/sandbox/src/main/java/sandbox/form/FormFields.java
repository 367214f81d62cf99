package sandbox.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a form in the order in which they stand in it; of one that stands there twice, the first. */
public record FormFields(Map<String, String> byName) {
    public FormFields {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** Reads {@code application/x-www-form-urlencoded}; what cannot be decoded stays as it is. */
    public static FormFields parse(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new FormFields(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return text;
        }
    }

    /** Empty if it is missing or empty. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(byName.get(name)).filter(value -> !value.isEmpty());
    }

    public String text(String name) {
        return byName.getOrDefault(name, "");
    }

    public FormFields with(String name, String value) {
        var fields = new LinkedHashMap<>(byName);
        fields.put(name, value);
        return new FormFields(fields);
    }

    public FormFields without(String name) {
        var fields = new LinkedHashMap<>(byName);
        fields.remove(name);
        return new FormFields(fields);
    }

    public FormFields prefixed(String prefix) {
        var fields = new LinkedHashMap<String, String>();
        byName.forEach((name, value) -> fields.put(prefix + name, value));
        return new FormFields(fields);
    }

    public String encoded() {
        return byName.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
