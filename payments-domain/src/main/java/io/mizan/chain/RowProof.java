package io.mizan.chain;

import java.util.UUID;

/** Whether what is stored of an order is what its facts amount to. Given by whoever knows how to derive it. */
@FunctionalInterface
public interface RowProof {
    /** Derives everything once more, and compares. */
    boolean holds(UUID order);
}
