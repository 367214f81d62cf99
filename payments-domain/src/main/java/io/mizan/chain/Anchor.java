package io.mizan.chain;

import java.time.Instant;

/**
 * One link of the chain over all chains.
 *
 * @param heads how many heads it holds
 * @param root the root of the Merkle tree over them
 * @param previous the hash of the anchor before
 * @param keyId the master key under which it is authenticated
 * @param mac HMAC-SHA256 of the hash, with a key that is not in the database
 */
record Anchor(long seq, Instant at, int heads, String root, String previous, String hash, String keyId, String mac) {}
