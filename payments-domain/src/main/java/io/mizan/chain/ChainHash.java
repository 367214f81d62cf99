package io.mizan.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.secrets.Digests;
import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * The hash of an entry: SHA-256 over the hash before it and its own fields. Each field is preceded by its length in
 * bytes, so no two entries have the same bytes whatever their fields contain.
 */
public final class ChainHash {
    /** What stands before the first entry of every chain. */
    public static final String GENESIS = "0".repeat(64);

    private ChainHash() {}

    /** @return 64 hexadecimal digits in lower case */
    public static String of(String chain, String previous, List<String> fields) {
        var bytes = new ByteArrayOutputStream();
        add(bytes, chain);
        add(bytes, previous);
        fields.forEach(field -> add(bytes, field));
        return Digests.sha256(bytes.toByteArray());
    }

    private static void add(ByteArrayOutputStream bytes, String field) {
        var encoded = field.getBytes(UTF_8);
        bytes.writeBytes((encoded.length + ":").getBytes(UTF_8));
        bytes.writeBytes(encoded);
    }
}
