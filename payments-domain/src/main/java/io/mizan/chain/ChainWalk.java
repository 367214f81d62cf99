package io.mizan.chain;

import java.util.List;
import java.util.Optional;

/**
 * Walks along one chain, entry after entry, and finds the first thing that is wrong. Entries of before chaining began have
 * no hash and stand at the beginning alone; whether any were stripped of theirs, the anchors tell.
 */
final class ChainWalk {
    private final String subject;
    private String previous = ChainHash.GENESIS;
    private long last;
    private boolean chained;
    private Optional<ChainFault> fault = Optional.empty();

    ChainWalk(String subject) {
        this.subject = subject;
    }

    /**
     * @param stored the hash in the row, if it has one
     * @param anchored the hash that an anchor holds for this number, if one does
     * @param computed what the hash of this row after {@link #previous()} is
     */
    void step(long seq, Optional<String> stored, Optional<String> anchored, String computed) {
        if (fault.isPresent()) {
            return;
        }
        if (seq != last + 1) {
            found(ChainFault.Kind.ENTRY_MISSING, last + 1);
            return;
        }
        last = seq;
        boolean beforeChaining = !chained && stored.isEmpty() && anchored.isEmpty();
        if (beforeChaining) {
            return;
        }
        chained = true;
        if (!stored.equals(Optional.of(computed)) || !anchored.orElse(computed).equals(computed)) {
            found(ChainFault.Kind.ENTRY_CHANGED, seq);
        }
        previous = computed;
    }

    String previous() {
        return previous;
    }

    /**
     * Compares the end with what is known of it elsewhere.
     *
     * @param headSeq how many entries the subject's own row knows of
     * @param anchoredSeq the highest number that an anchor holds, 0 if none does
     * @param anchorDue whether its newest head still waits for an anchor
     * @return the first thing that is wrong, if anything is
     */
    List<ChainFault> end(long headSeq, Optional<String> head, long anchoredSeq, boolean anchorDue) {
        if (fault.isEmpty()) {
            if (Math.max(headSeq, anchoredSeq) > last) {
                found(ChainFault.Kind.TAIL_MISSING, last + 1);
            } else if (headSeq != last || !head.orElse(ChainHash.GENESIS).equals(previous)) {
                found(ChainFault.Kind.HEAD_CHANGED, last);
            } else if (chained && !anchorDue && anchoredSeq < last) {
                found(ChainFault.Kind.NOT_ANCHORED, last);
            }
        }
        return fault.map(List::of).orElse(List.of());
    }

    private void found(ChainFault.Kind kind, long seq) {
        fault = Optional.of(new ChainFault(kind, subject, seq));
    }
}
