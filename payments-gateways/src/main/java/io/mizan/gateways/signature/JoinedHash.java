package io.mizan.gateways.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256, in lower-case hexadecimal, over a secret and the values of a message, sorted by the bytes of their names, with
 * nothing between them; two providers of Qatar sign so. Characters may be moved from one value to its neighbour without
 * changing it: a good hash says nothing until every value has been seen to be of its form.
 */
public final class JoinedHash {
    private JoinedHash() {}

    public static String of(byte[] secret, Map<String, String> values) {
        var joined = String.join("", new TreeMap<>(values).values());
        return HexFormat.of().formatHex(Sha.sha256(secret, joined.getBytes(UTF_8)));
    }
}
