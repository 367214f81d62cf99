package sandbox.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over a text in UTF-8. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private Hmac() {}

    /** In lower-case hexadecimal, under a key that is a text. */
    public static String hex(String key, String text) {
        return HexFormat.of().formatHex(of(key.getBytes(UTF_8), text));
    }

    /** In base64. */
    public static String base64(byte[] key, String text) {
        return Base64.getEncoder().encodeToString(of(key, text));
    }

    private static byte[] of(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }
}
