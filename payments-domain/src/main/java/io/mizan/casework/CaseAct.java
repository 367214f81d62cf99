package io.mizan.casework;

import java.util.Locale;

/** What is done to a case, by people but for {@link #REOPENED}. */
public enum CaseAct {
    /** It is theirs from now on, also if it was somebody else's. */
    TAKEN,
    /** It is nobody's again. */
    HANDED_BACK,
    COMMENTED,
    /** Settled, with the reason: as long as nothing new is seen of what opened it. */
    RESOLVED,
    /** It had been settled, and what opened it is there again or shows more: it is nobody's. Mizan's act alone. */
    REOPENED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says something in words. */
    public boolean needsNote() {
        return this == COMMENTED || this == RESOLVED;
    }
}
