package io.mizan.gateways.http;

import java.util.regex.Pattern;

/** A provider's own short words, cut to what our rows and logs take. */
public final class Words {
    private static final int LONGEST = 100;
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^ -~]");

    private Words() {}

    /**
     * At most 100 characters, the rest cut off, of those that ASCII can print: a message that a column does not take would
     * be refused, and sent again, for ever.
     */
    public static String kept(String word) {
        var cut = word.length() <= LONGEST ? word : word.substring(0, LONGEST);
        return NOT_PRINTABLE.matcher(cut).replaceAll("?");
    }

    /** One word without anything that could forge a line of a log. */
    public static String forLog(String word) {
        return kept(word).replaceAll("[^A-Za-z0-9_.:/-]", "?");
    }
}
