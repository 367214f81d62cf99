package io.mizan.web.order;

import java.util.regex.Pattern;

/** The merchant's own name of an order or a capture, the business key: unique for ever. */
public final class Reference {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Reference() {}

    /** @throws IllegalArgumentException if it is not of the form of references */
    public static String read(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a reference is 1 to 64 of A-Z, a-z, 0-9, dot, hyphen and underscore");
        }
        return text;
    }
}
