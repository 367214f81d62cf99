package sandbox.square.book;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;

/** Makes Square's ids: letters and digits that nobody can guess. */
final class SquareIds {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private SquareIds() {}

    static String order() {
        return make(27);
    }

    static String link() {
        return make(16).toUpperCase(Locale.ROOT);
    }

    static String payment() {
        return make(26);
    }

    /** Refunds are named after their payment. */
    static String refund(String payment) {
        return payment + "_" + make(22);
    }

    static String event() {
        return UUID.randomUUID().toString();
    }

    private static String make(int letters) {
        var id = new StringBuilder(letters);
        for (int i = 0; i < letters; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
