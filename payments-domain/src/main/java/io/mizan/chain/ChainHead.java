package io.mizan.chain;

import java.util.UUID;

/**
 * Where a chain had come to.
 *
 * @param seq the number of its last entry
 * @param hash of that entry
 */
record ChainHead(Chain chain, UUID subject, long seq, String hash) {
    /** As a leaf of the tree of an anchor. */
    String leaf() {
        return chain + "/" + subject + "/" + seq + "/" + hash;
    }
}
