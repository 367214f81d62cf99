package sandbox.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256, in lower-case hexadecimal, over a secret and the values of all fields, sorted by the bytes of their names, with
 * nothing between them. Two providers of Qatar sign so.
 */
public final class JoinedHash {
    private final String secret;

    public JoinedHash(String secret) {
        this.secret = secret;
    }

    public String of(Map<String, String> fields) {
        var text = new StringBuilder(secret);
        new TreeMap<>(fields).values().forEach(text::append);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** In either case of letters. */
    public boolean isOf(Map<String, String> fields, String hash) {
        return MessageDigest.isEqual(
                of(fields).getBytes(UTF_8), hash.toLowerCase(Locale.ROOT).getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "JoinedHash[redacted]";
    }
}
