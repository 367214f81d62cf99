package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts as CyberSource does, with keys that are made once. */
final class SealedMessage {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final List<KeyPair> PAIRS = List.of(pair(), pair(), pair(), pair());
    private static final byte[] CONTENT_KEY = new byte[32];
    private static final byte[] VECTOR = new byte[12];

    private SealedMessage() {}

    static MessageKeys keys(int number) {
        return new MessageKeys(List.of((RSAPrivateKey) PAIRS.get(number).getPrivate()));
    }

    /** The private key as a setting has it. */
    static String written(int number) {
        return Base64.getEncoder().encodeToString(PAIRS.get(number).getPrivate().getEncoded());
    }

    static String of(String text, int number) {
        return of(text, number, "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\"}");
    }

    static String of(String text, int number, String header) {
        try {
            var head = URL.encodeToString(header.getBytes(UTF_8));
            var wrapping = Cipher.getInstance("RSA/ECB/OAEPPadding");
            wrapping.init(
                    Cipher.ENCRYPT_MODE,
                    PAIRS.get(number).getPublic(),
                    new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
            var sealing = Cipher.getInstance("AES/GCM/NoPadding");
            sealing.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(CONTENT_KEY, "AES"), new GCMParameterSpec(128, VECTOR));
            sealing.updateAAD(head.getBytes(US_ASCII));
            var content = sealing.doFinal(text.getBytes(UTF_8));
            int end = content.length - 16;
            return String.join(
                    ".",
                    head,
                    URL.encodeToString(wrapping.doFinal(CONTENT_KEY)),
                    URL.encodeToString(VECTOR),
                    URL.encodeToString(Arrays.copyOf(content, end)),
                    URL.encodeToString(Arrays.copyOfRange(content, end, content.length)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
