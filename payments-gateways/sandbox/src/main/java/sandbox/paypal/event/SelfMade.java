package sandbox.paypal.event;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;

/**
 * Writes X.509 certificates (RFC 5280), which the platform can only read. Valid from 2020 to 2049, so that a moved clock
 * finds them valid too.
 */
final class SelfMade {
    private static final byte[] SHA256_WITH_RSA =
            sequence(oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B), tagged(0x05));
    private static final byte[] COMMON_NAME = oid(0x55, 0x04, 0x03);
    private static final byte[] BASIC_CONSTRAINTS = oid(0x55, 0x1D, 0x13);
    private static final byte[] KEY_USAGE = oid(0x55, 0x1D, 0x0F);
    private static final byte[] TRUE = tagged(0x01, new byte[] {(byte) 0xFF});
    private static final byte[] SIGNS_CERTIFICATES = {0x03, 0x02, 0x02, 0x04};
    private static final byte[] SIGNS_MESSAGES = {0x03, 0x02, 0x07, (byte) 0x80};

    private SelfMade() {}

    /** An authority's own certificate. */
    static byte[] authority(String name, PublicKey key, PrivateKey own) {
        var constraints = sequence(BASIC_CONSTRAINTS, TRUE, octets(sequence(TRUE)));
        return signed(name, name, key, sequence(constraints, usage(SIGNS_CERTIFICATES)), own);
    }

    /** The certificate of a key that signs messages. */
    static byte[] signer(String name, PublicKey key, String authority, PrivateKey authoritys) {
        return signed(authority, name, key, sequence(usage(SIGNS_MESSAGES)), authoritys);
    }

    private static byte[] usage(byte[] bits) {
        return sequence(KEY_USAGE, TRUE, octets(bits));
    }

    private static byte[] signed(String issuer, String subject, PublicKey key, byte[] extensions, PrivateKey by) {
        var serial = new BigInteger(63, new SecureRandom()).add(BigInteger.ONE);
        var content = sequence(
                tagged(0xA0, new byte[] {0x02, 0x01, 0x02}), // version 3
                tagged(0x02, serial.toByteArray()),
                SHA256_WITH_RSA,
                name(issuer),
                sequence(time("200101000000Z"), time("491231235959Z")),
                name(subject),
                key.getEncoded(),
                tagged(0xA3, extensions));
        return sequence(content, SHA256_WITH_RSA, tagged(0x03, new byte[] {0}, signature(content, by)));
    }

    private static byte[] signature(byte[] content, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA256withRSA is part of every Java", e);
        }
    }

    private static byte[] name(String commonName) {
        var text = tagged(0x0C, commonName.getBytes(StandardCharsets.UTF_8));
        return sequence(tagged(0x31, sequence(COMMON_NAME, text)));
    }

    private static byte[] time(String text) {
        return tagged(0x17, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] oid(int... bytes) {
        var content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return tagged(0x06, content);
    }

    private static byte[] octets(byte[] content) {
        return tagged(0x04, content);
    }

    private static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    /** Tag, length and content (X.690, section 8.1). */
    private static byte[] tagged(int tag, byte[]... parts) {
        var content = joined(parts);
        return joined(new byte[] {(byte) tag}, length(content.length), content);
    }

    private static byte[] length(int bytes) {
        if (bytes < 128) {
            return new byte[] {(byte) bytes};
        }
        return bytes < 256
                ? new byte[] {(byte) 0x81, (byte) bytes}
                : new byte[] {(byte) 0x82, (byte) (bytes >> 8), (byte) bytes};
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
