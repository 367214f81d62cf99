package io.mizan.idempotency;

import java.util.regex.Pattern;

/** A caller's name for one act: 1 to 255 visible ASCII characters, upper and lower case differ. */
public record IdempotencyKey(String value) {
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** @throws IllegalArgumentException if it is empty, too long, or has blanks or other characters */
    public IdempotencyKey {
        if (!VISIBLE_ASCII.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key is 1 to 255 visible ASCII characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
