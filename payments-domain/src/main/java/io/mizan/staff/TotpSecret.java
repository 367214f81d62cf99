package io.mizan.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** What an authenticator app and we share: 20 random bytes (RFC 4226, section 4). Prints redacted. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and printed redacted
public record TotpSecret(byte[] reveal) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BYTES = 20;
    private static final int BITS_PER_DIGIT = 5;

    static TotpSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    /** For typing into an app: base 32 (RFC 4648) in groups of four. */
    public String text() {
        return base32().replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** For the app's camera: the {@code otpauth} address that all of them read. */
    public String address(String issuer, String account) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + base32() + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + Totp.DIGITS + "&period=" + Totp.STEP_SECONDS;
    }

    private String base32() {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : reveal) {
            buffer = (buffer << Byte.SIZE) | (next & 0xFF);
            bits += Byte.SIZE;
            while (bits >= BITS_PER_DIGIT) {
                bits -= BITS_PER_DIGIT;
                text.append(BASE32.charAt((buffer >> bits) & 0x1F));
            }
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "TotpSecret[redacted]";
    }
}
