package io.mizan.explanation;

import java.util.Locale;

/** The four ways to answer a question about a payment. */
public enum Says {
    YES,
    /** We know that it did not happen. Having heard nothing is never this. */
    NO,
    /** As far as we know it has not happened, and it still may. */
    NOT_YET,
    /** It may have happened; nobody has told us. */
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
