package io.mizan.casework;

import java.util.Locale;

/** What a person can do to a case. */
public enum CaseAct {
    /** It is theirs from now on, also if it was somebody else's. */
    TAKEN,
    /** It is nobody's again. */
    HANDED_BACK,
    COMMENTED,
    /** Settled, with the reason. Final: another surprise is another case. */
    RESOLVED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says something in words. */
    public boolean needsNote() {
        return this == COMMENTED || this == RESOLVED;
    }
}
