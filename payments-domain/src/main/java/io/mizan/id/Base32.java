package io.mizan.id;

import java.math.BigInteger;
import java.util.UUID;

/**
 * A UUID as 26 characters of Crockford's base 32 (lower case, no i, l, o, u), which sort as the UUIDs do. The first
 * character is at most 7, for 26 characters hold 130 bits.
 */
final class Base32 {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final int BITS = 5;
    private static final BigInteger LOW_64_BITS = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private Base32() {}

    static String encode(UUID id) {
        var number = new BigInteger(Long.toUnsignedString(id.getMostSignificantBits()))
                .shiftLeft(64)
                .or(new BigInteger(Long.toUnsignedString(id.getLeastSignificantBits())));
        var text = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt(number.intValue() & (DIGITS.length() - 1));
            number = number.shiftRight(BITS);
        }
        return new String(text);
    }

    /** @throws IllegalArgumentException unless {@code text} is what {@link #encode} makes */
    static UUID decode(String text) {
        if (text.length() != LENGTH || text.charAt(0) > '7') {
            throw new IllegalArgumentException("not an identifier");
        }
        var number = BigInteger.ZERO;
        for (int i = 0; i < LENGTH; i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("not an identifier");
            }
            number = number.shiftLeft(BITS).or(BigInteger.valueOf(digit));
        }
        return new UUID(
                number.shiftRight(64).longValue(), number.and(LOW_64_BITS).longValue());
    }
}
