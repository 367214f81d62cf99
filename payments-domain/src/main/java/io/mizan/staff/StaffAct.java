package io.mizan.staff;

import java.util.Locale;

/** What a member of staff can do that is written down. */
public enum StaffAct {
    SIGNED_IN,
    SIGNED_OUT,
    /** Had all chains verified. Subject: {@code chains}. */
    CHAIN_CHECK_REQUESTED,
    /** Asked a gateway how an attempt stands. Subject: the attempt. */
    INQUIRY_REQUESTED,
    /** Made a case their own. Subject of this and the next three: the case. */
    CASE_TAKEN,
    CASE_HANDED_BACK,
    CASE_COMMENTED,
    CASE_RESOLVED,
    /** Asked that a customer be erased. Subject of this and the next two: the erasure. */
    ERASURE_REQUESTED,
    ERASURE_APPROVED,
    ERASURE_REJECTED,
    /** Asked for an act that needs a second person. Subject of this and the next three: the approval. */
    APPROVAL_REQUESTED,
    APPROVAL_GIVEN,
    APPROVAL_REJECTED,
    APPROVAL_WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
