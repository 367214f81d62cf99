package io.mizan.launcher;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** A private key, PKCS#8 in base64 in one line, and the half of it that others may know. */
final class RsaKey {
    private static final int BITS = 2048;

    private RsaKey() {}

    static String fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return written(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key that belongs to a private one, likewise. */
    static String publicHalf(String privateKey) {
        try {
            var keys = KeyFactory.getInstance("RSA");
            var own = (RSAPrivateCrtKey) keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
            return written(keys.generatePublic(new RSAPublicKeySpec(own.getModulus(), own.getPublicExponent()))
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
