package io.mizan.attempt;

import java.util.Locale;

/** What was captured against what was due (invariant 2). Only {@link #PAID} makes an order paid. */
public enum Verdict {
    NOTHING,
    /** Less than due, but a capture of ours is not answered yet. */
    OUTSTANDING,
    PAID,
    UNDERPAID,
    OVERPAID;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
