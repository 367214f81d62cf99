package sandbox.cybersource.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** Message-level encryption: JWE in its compact form (RFC 7516), RSA-OAEP-256 with A256GCM, anew for every sending. */
public final class EncryptedMessage {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"cty\":\"json\"}";
    private static final int CONTENT_KEY_BYTES = 32;
    private static final int VECTOR_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private EncryptedMessage() {}

    /**
     * The merchant's key.
     *
     * @param written as it stands between the lines of a PEM file, in one line
     */
    public static PublicKey key(String written) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(written)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("sandbox.cybersource.webhook.public.key is no RSA public key", e);
        }
    }

    /** The body of a webhook that carries the text to the owner of the key alone. */
    public static String of(String text, PublicKey key) {
        return "{\"encData\":\"" + compact(text, key) + "\"}";
    }

    private static String compact(String text, PublicKey key) {
        var contentKey = random(CONTENT_KEY_BYTES);
        var vector = random(VECTOR_BYTES);
        var head = URL.encodeToString(HEADER.getBytes(US_ASCII));
        try {
            var wrapping = Cipher.getInstance("RSA/ECB/OAEPPadding");
            wrapping.init(
                    Cipher.ENCRYPT_MODE,
                    key,
                    new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
            var sealing = Cipher.getInstance("AES/GCM/NoPadding");
            sealing.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(contentKey, "AES"),
                    new GCMParameterSpec(TAG_BYTES * Byte.SIZE, vector));
            sealing.updateAAD(head.getBytes(US_ASCII));
            var sealed = sealing.doFinal(text.getBytes(UTF_8));
            int end = sealed.length - TAG_BYTES;
            return String.join(
                    ".",
                    head,
                    URL.encodeToString(wrapping.doFinal(contentKey)),
                    URL.encodeToString(vector),
                    URL.encodeToString(Arrays.copyOf(sealed, end)),
                    URL.encodeToString(Arrays.copyOfRange(sealed, end, sealed.length)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
