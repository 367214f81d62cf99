package io.mizan.launcher;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Unguessable text without characters that a shell, a URL or SQL would read as its own. */
final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Without the characters that people confuse. */
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";

    private RandomText() {}

    static String token(int length) {
        return letters(LETTERS_AND_DIGITS, length);
    }

    /** Four groups of four, 80 bits, for people to type. */
    static String password() {
        return IntStream.range(0, 4).mapToObj(group -> letters(READABLE, 4)).collect(Collectors.joining("-"));
    }

    /** 256 bits in base64. */
    static String key256() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String letters(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .mapToObj(index -> String.valueOf(alphabet.charAt(index)))
                .collect(Collectors.joining());
    }
}
