package io.mizan.gateways.qpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The fields of one message: each once, decoded, in the order in which they stand in it. An empty one is there and is
 * empty.
 */
record QPayFields(Map<String, String> byName) {
    private static final String RESPONSE = "Response.";

    QPayFields {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /**
     * Reads {@code application/x-www-form-urlencoded}.
     *
     * @throws IllegalArgumentException if it is not of that form, or names a field twice
     */
    static QPayFields parse(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        if (!encoded.isEmpty()) {
            for (var pair : encoded.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException("a field without name or value");
                }
                var name = URLDecoder.decode(pair.substring(0, equals), UTF_8);
                if (fields.put(name, URLDecoder.decode(pair.substring(equals + 1), UTF_8)) != null) {
                    throw new IllegalArgumentException("a field that stands there twice");
                }
            }
        }
        return new QPayFields(fields);
    }

    /** Whether QPay wrote any of them: its answers name every field so. */
    boolean isAnswer() {
        return byName.keySet().stream().anyMatch(name -> name.startsWith(RESPONSE));
    }

    /** An answer's fields without what all their names begin with; other fields are not QPay's and are left out. */
    QPayFields answered() {
        var fields = new LinkedHashMap<String, String>();
        byName.forEach((name, value) -> {
            if (name.startsWith(RESPONSE)) {
                fields.put(name.substring(RESPONSE.length()), value);
            }
        });
        return new QPayFields(fields);
    }

    /** Empty if it is missing or empty. */
    Optional<String> value(String name) {
        return Optional.ofNullable(byName.get(name)).filter(value -> !value.isEmpty());
    }

    /** Those that are hashed. */
    QPayFields withoutHash() {
        var fields = new LinkedHashMap<>(byName);
        fields.remove(QPayHash.FIELD);
        return new QPayFields(fields);
    }

    QPayFields with(String name, String value) {
        var fields = new LinkedHashMap<>(byName);
        fields.put(name, value);
        return new QPayFields(fields);
    }

    /** As a body of a request; reading it gives the same fields. */
    String encoded() {
        return byName.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
