package io.mizan.approval;

import java.util.Locale;

/** What became of an act that needs a second person. */
public enum ApprovalState {
    WAITING,
    /** Approved and, in the same transaction, carried out. */
    APPROVED,
    REJECTED,
    /** Taken back by whoever asked. */
    WITHDRAWN,
    /** Nobody decided in time. */
    EXPIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
