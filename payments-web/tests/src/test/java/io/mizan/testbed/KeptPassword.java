package io.mizan.testbed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What the server keeps of a password, for people whom a test employs behind its back. With a two-hundredth of the rounds that
 * the server itself takes: in a process that compiles lightly those cost a second of the processor at each sign-in.
 */
public final class KeptPassword {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ROUNDS = 1024;
    private static final byte[] SALT = "salt of the test".getBytes(StandardCharsets.US_ASCII);
    private static final int BITS = 512;

    private KeptPassword() {}

    public static String of(String password) {
        var base64 = Base64.getEncoder();
        try {
            var hash = SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(new PBEKeySpec(password.toCharArray(), SALT, ROUNDS, BITS))
                    .getEncoded();
            return String.join(
                    ":", ALGORITHM, String.valueOf(ROUNDS), base64.encodeToString(SALT), base64.encodeToString(hash));
        } catch (GeneralSecurityException failure) {
            throw new AssertionError(failure);
        }
    }
}
