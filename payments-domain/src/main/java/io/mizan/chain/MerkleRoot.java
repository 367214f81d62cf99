package io.mizan.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.secrets.Digests;
import java.util.HexFormat;
import java.util.List;

/**
 * The root of a Merkle tree as RFC 6962 section 2.1 builds it: a leaf's hash begins with the byte 0 and a node's with 1,
 * so that neither passes for the other; the left part of a node is the largest full tree that leaves something right.
 */
final class MerkleRoot {
    private static final HexFormat HEX = HexFormat.of();

    private MerkleRoot() {}

    /** @param leaves at least one, in their order */
    static String of(List<String> leaves) {
        if (leaves.size() == 1) {
            return Digests.sha256(marked((byte) 0, leaves.get(0).getBytes(UTF_8)));
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return node(of(leaves.subList(0, left)), of(leaves.subList(left, leaves.size())));
    }

    private static String node(String left, String right) {
        return Digests.sha256(marked((byte) 1, HEX.parseHex(left + right)));
    }

    private static byte[] marked(byte mark, byte[] content) {
        var bytes = new byte[content.length + 1];
        bytes[0] = mark;
        System.arraycopy(content, 0, bytes, 1, content.length);
        return bytes;
    }
}
