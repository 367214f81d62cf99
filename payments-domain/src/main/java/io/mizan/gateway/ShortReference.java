package io.mizan.gateway;

import io.mizan.id.AttemptId;
import io.mizan.secrets.Digests;
import java.math.BigInteger;
import java.util.Locale;

/**
 * A reference of ours for providers that take no attempt's id: {@value #LENGTH} of A-Z and 0-9, 103 bits of a hash, so
 * that equal things have equal references and no two others ever meet.
 */
public final class ShortReference {
    public static final int LENGTH = 20;

    private ShortReference() {}

    /**
     * @param purpose what of the attempt it names, in a word
     * @param ordinal tells apart several of one purpose; 1 for the first
     */
    public static String of(String purpose, AttemptId attempt, int ordinal) {
        return of(purpose + "/" + attempt + "/" + ordinal);
    }

    /** As above, for whatever {@code name} names. */
    public static String of(String name) {
        var digits = new BigInteger(Digests.sha256(name), 16)
                .toString(Character.MAX_RADIX)
                .toUpperCase(Locale.ROOT);
        var padded = "0".repeat(LENGTH) + digits;
        return padded.substring(padded.length() - LENGTH);
    }
}
