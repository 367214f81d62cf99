package io.mizan.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells a repeat from another request under the same key: SHA-256 over method, path and the body's raw bytes, each
 * preceded by its length so that none can pass for a part of another. Two bodies that mean the same but are written
 * differently are different requests.
 */
public record RequestHash(String value) {
    public static RequestHash of(String method, String path, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, method.getBytes(StandardCharsets.UTF_8));
            add(digest, path.getBytes(StandardCharsets.UTF_8));
            add(digest, body);
            return new RequestHash(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }
}
