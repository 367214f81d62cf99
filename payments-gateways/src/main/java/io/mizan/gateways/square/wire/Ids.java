package io.mizan.gateways.square.wire;

import io.mizan.gateways.json.JsonDocument;
import java.util.Optional;
import java.util.regex.Pattern;

/** Square's ids: opaque, at most 255 characters, none of which means anything in an address. */
public final class Ids {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    private Ids() {}

    public static boolean isOne(String text) {
        return ID.matcher(text).matches();
    }

    static Optional<String> id(JsonDocument document, String name) {
        return document.text(name).map(id -> {
            if (!isOne(id)) {
                throw new IllegalArgumentException(name + " is not an id of Square's");
            }
            return id;
        });
    }

    static String requiredId(JsonDocument document, String name) {
        return id(document, name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}
