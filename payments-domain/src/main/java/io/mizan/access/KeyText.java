package io.mizan.access;

import io.mizan.secrets.Digests;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * A key as its holder writes it: kind, mode, and letters and digits; in those that we make, 43 of them, which are 32
 * random bytes in base 62. It is a secret, so it prints redacted and leaves through {@link #reveal()} only.
 */
public record KeyText(String reveal) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int BYTES = 32;
    private static final int LENGTH = 43;
    private static final int HINT_LENGTH = "sk_test_".length() + 4;
    private static final Pattern FORM = Pattern.compile("(sk|pk)_(test|live)_[0-9A-Za-z]{32,64}");

    /** @throws IllegalArgumentException if it is not of that form; the message does not quote it */
    public KeyText {
        if (!isWellFormed(reveal)) {
            throw new IllegalArgumentException("a key is sk_ or pk_, test_ or live_, and 32 to 64 letters and digits");
        }
    }

    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    static KeyText random(ApiKeyKind kind, Mode mode) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var number = new BigInteger(1, bytes);
        var text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            var quotientAndDigit = number.divideAndRemainder(BASE);
            text[i] = DIGITS.charAt(quotientAndDigit[1].intValue());
            number = quotientAndDigit[0];
        }
        return new KeyText(kind.beginning(mode) + new String(text));
    }

    boolean is(ApiKeyKind kind, Mode mode) {
        return reveal.startsWith(kind.beginning(mode));
    }

    boolean isOf(Mode mode) {
        return is(ApiKeyKind.SECRET, mode) || is(ApiKeyKind.PUBLISHABLE, mode);
    }

    /** 256 random bits need no salt and no slow hash. */
    public String hash() {
        return Digests.sha256(reveal);
    }

    /** The visible beginning: {@code sk_test_4fKe}. */
    public String hint() {
        return reveal.substring(0, HINT_LENGTH);
    }

    @Override
    public String toString() {
        return hint() + "[redacted]";
    }
}
