package io.mizan.gateways.qpay;

import io.mizan.gateways.form.Form;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one message: each once, decoded, in the order in which they stand in it. An empty one is there and is
 * empty.
 */
record QPayFields(Map<String, String> byName) {
    private static final String RESPONSE = "Response.";

    QPayFields {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** @throws IllegalArgumentException if it is no form, or names a field twice */
    static QPayFields parse(String encoded) {
        return of(Form.parse(encoded));
    }

    /** @throws IllegalArgumentException as {@link #parse(String)} */
    static QPayFields parse(byte[] encoded) {
        return of(Form.parse(encoded));
    }

    static QPayFields of(Form form) {
        var fields = new LinkedHashMap<String, String>();
        form.fields().forEach(field -> fields.put(field.name(), field.value()));
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

    /** In the order in which they stand here. */
    Form form() {
        return new Form(byName.entrySet().stream()
                .map(field -> new Form.Field(field.getKey(), field.getValue()))
                .toList());
    }
}
