package io.mizan.gateway;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;

/**
 * Where the browser goes to pay.
 *
 * @param method {@code GET}, or {@code POST} with {@code fields} as a form
 * @param fields in the order in which they are posted, which some providers sign
 */
public record Redirect(String method, URI url, List<Field> fields) {
    public Redirect {
        if (!"GET".equals(method) && !"POST".equals(method)) {
            throw new IllegalArgumentException("a browser is sent by GET or POST");
        }
        requireNonNull(url, "url");
        fields = List.copyOf(fields);
        if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
            throw new IllegalArgumentException("a field of the form is named twice");
        }
    }

    /** A hidden field of the form; the value may be empty. */
    public record Field(String name, String value) {
        public Field {
            requireNonNull(name, "name");
            requireNonNull(value, "value");
        }
    }

    public static Redirect to(URI url) {
        return new Redirect("GET", url, List.of());
    }

    /** A form that the browser posts. */
    public static Redirect posting(URI url, List<Field> fields) {
        return new Redirect("POST", url, fields);
    }
}
