package io.mizan.chain;

import java.util.Locale;

/**
 * Something that was changed where nothing may be.
 *
 * @param subject the outside id of an order, {@code staff/} and an id, or {@code anchor}
 * @param seq the first number that is wrong
 */
public record ChainFault(Kind kind, String subject, long seq) {
    public enum Kind {
        /** An entry is not what was hashed. */
        ENTRY_CHANGED,
        /** A number is missing among the entries. */
        ENTRY_MISSING,
        /** Entries at the end are gone: the order's own row or an anchor knows of more. */
        TAIL_MISSING,
        /** The row says that the chain ends elsewhere. */
        HEAD_CHANGED,
        /** The newest head was never anchored although nothing is due: anchors were cut off. */
        NOT_ANCHORED,
        /** An anchor knows a subject that is gone with all its entries. */
        SUBJECT_MISSING,
        /** An anchor, or the heads it holds, is not what was authenticated. */
        ANCHOR_CHANGED,
        /** A number is missing among the anchors. */
        ANCHOR_MISSING,
        /** What is stored of an order is not what its facts amount to. */
        ROWS_DIFFER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
