package io.mizan.gateways.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, as bytes. */
public final class Sha {
    private Sha() {}

    /** @param message in parts, digested as if they stood behind each other */
    public static byte[] sha256(byte[]... message) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : message) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
