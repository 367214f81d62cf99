package io.mizan.gateway;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;

/**
 * Where the browser goes to pay.
 *
 * @param method {@code GET}, or {@code POST} with {@code fields} as a form
 */
public record Redirect(String method, URI url, Map<String, String> fields) {
    public Redirect {
        if (!"GET".equals(method) && !"POST".equals(method)) {
            throw new IllegalArgumentException("a browser is sent by GET or POST");
        }
        requireNonNull(url, "url");
        fields = Map.copyOf(fields);
    }

    public static Redirect to(URI url) {
        return new Redirect("GET", url, Map.of());
    }
}
