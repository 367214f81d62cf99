package io.mizan.web.order;

import java.util.regex.Pattern;

/** The merchant's own name of an order or a capture, the business key: unique for ever. */
public final class Reference {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int SHORTEST_OF_A_BROWSER = 20;

    private Reference() {}

    /** @throws IllegalArgumentException if it is not of the form of references */
    public static String read(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a reference is 1 to 64 of A-Z, a-z, 0-9, dot, hyphen and underscore");
        }
        return text;
    }

    /**
     * All browsers of a publishable key share its references, and whoever repeats one is given the order's secret. So it
     * must be none that a stranger could guess.
     *
     * @throws IllegalArgumentException if it is not of the form of references, or too short to be a random one
     */
    static String ofBrowser(String text) {
        if (text.length() < SHORTEST_OF_A_BROWSER) {
            throw new IllegalArgumentException(
                    "with a publishable key a reference is random, such as a new UUID, and has" + " at least "
                            + SHORTEST_OF_A_BROWSER + " characters");
        }
        return read(text);
    }
}
