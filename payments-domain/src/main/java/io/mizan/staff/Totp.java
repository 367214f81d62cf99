package io.mizan.staff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) as authenticator apps know them: HMAC-SHA-1, steps of 30 seconds, six digits.
 */
final class Totp {
    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    /** Clocks of phones are off, and people type slowly (RFC 6238, section 5.2). */
    private static final int STEPS_AROUND = 1;

    private Totp() {}

    static long stepAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    static String codeAt(byte[] secret, long step) {
        var hash = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        // Dynamic truncation: RFC 4226, section 5.3.
        int offset = hash[hash.length - 1] & 0xF;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFFFFFF;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    /**
     * The step that a code belongs to, among those around now.
     *
     * @param used the step of the last code that was accepted: neither it nor one before it counts again
     * @return empty if the code is wrong or was used
     */
    static OptionalLong stepOf(byte[] secret, String code, Instant now, long used) {
        long current = stepAt(now);
        var found = OptionalLong.empty();
        for (long step = current - STEPS_AROUND; step <= current + STEPS_AROUND; step++) {
            boolean same = MessageDigest.isEqual(
                    codeAt(secret, step).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
            if (same && step > used) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] mac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA1", impossible);
        }
    }
}
