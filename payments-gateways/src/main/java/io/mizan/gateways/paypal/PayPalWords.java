package io.mizan.gateways.paypal;

/** PayPal's own short words, cut to what our rows and logs take. */
final class PayPalWords {
    private static final int LONGEST = 100;

    private PayPalWords() {}

    /** At most 100 characters, the rest cut off, and nothing that a column of plain characters refuses. */
    static String kept(String word) {
        var plain = word.replaceAll("[^ -~]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    /** One word without anything that could forge a line of a log. */
    static String forLog(String word) {
        return kept(word).replaceAll("[^A-Za-z0-9_.:/-]", "?");
    }
}
