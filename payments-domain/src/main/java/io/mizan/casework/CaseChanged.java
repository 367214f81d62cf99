package io.mizan.casework;

import io.mizan.id.CaseId;

/** Somebody else has worked on the case since it was shown, or it is settled. Nothing was done. */
public final class CaseChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CaseChanged(CaseId id) {
        super(id + " is not what it was when it was shown");
    }
}
