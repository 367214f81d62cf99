package io.mizan.chain;

import io.mizan.secrets.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes anchors, and knows whether one is genuine. */
final class AnchorSeal {
    private static final String PURPOSE = "anchor";

    private final Vault vault;

    AnchorSeal(Vault vault) {
        this.vault = vault;
    }

    Anchor next(Optional<Long> lastSeq, Optional<String> lastHash, Instant at, List<ChainHead> heads) {
        long seq = lastSeq.orElse(0L) + 1;
        var previous = lastHash.orElse(ChainHash.GENESIS);
        var root = root(heads);
        var hash = hash(seq, at, heads.size(), root, previous);
        return new Anchor(seq, at, heads.size(), root, previous, hash, vault.masterKeyId(), vault.hash(PURPOSE, hash));
    }

    /** Whether an anchor is unchanged, holds these heads, follows that hash, and was made with our key, or with one of before that is here. */
    boolean isGenuine(Anchor anchor, String previous, List<ChainHead> heads) {
        return !heads.isEmpty()
                && anchor.previous().equals(previous)
                && anchor.heads() == heads.size()
                && anchor.root().equals(root(heads))
                && anchor.hash().equals(hash(anchor.seq(), anchor.at(), anchor.heads(), anchor.root(), previous))
                && vault.hash(anchor.keyId(), PURPOSE, anchor.hash())
                        .filter(anchor.mac()::equals)
                        .isPresent();
    }

    private static String root(List<ChainHead> heads) {
        return MerkleRoot.of(heads.stream().map(ChainHead::leaf).toList());
    }

    private static String hash(long seq, Instant at, int heads, String root, String previous) {
        return ChainHash.of(
                "anchor", previous, List.of(Long.toString(seq), at.toString(), Integer.toString(heads), root));
    }
}
