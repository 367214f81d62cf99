package io.mizan.secrets;

import static java.util.Objects.requireNonNull;

/**
 * The key that is not in the database: 32 bytes, from the environment or a file.
 *
 * @param id the first 8 hexadecimal digits of its SHA-256, stored beside what it sealed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and printed redacted
public record MasterKey(String id, byte[] bytes) {
    static final int LENGTH = 32;

    public MasterKey {
        requireNonNull(id, "id");
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("the master key must have 32 bytes");
        }
    }

    public static MasterKey of(byte[] bytes) {
        return new MasterKey(Digests.sha256(bytes).substring(0, 8), bytes.clone());
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + ", redacted]";
    }
}
