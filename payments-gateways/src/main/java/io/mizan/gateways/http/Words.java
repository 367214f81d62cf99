package io.mizan.gateways.http;

/** A provider's own short words, cut to what our rows and logs take. */
public final class Words {
    private static final int LONGEST = 100;

    private Words() {}

    /** At most 100 characters, the rest cut off. */
    public static String kept(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
    }

    /** One word without anything that could forge a line of a log. */
    public static String forLog(String word) {
        return kept(word).replaceAll("[^A-Za-z0-9_.:/-]", "?");
    }
}
