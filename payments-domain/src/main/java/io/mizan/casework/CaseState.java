package io.mizan.casework;

import java.util.Locale;

/** How far a person has come with a case. */
public enum CaseState {
    OPEN,
    ASSIGNED,
    RESOLVED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
