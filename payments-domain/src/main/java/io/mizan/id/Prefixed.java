package io.mizan.id;

import java.util.UUID;

final class Prefixed {
    private Prefixed() {}

    static UUID parse(String prefix, String text) {
        if (!text.startsWith(prefix)) {
            throw new IllegalArgumentException("not an identifier that begins with " + prefix);
        }
        return Base32.decode(text.substring(prefix.length()));
    }
}
