package io.mizan.staff;

import java.util.Locale;

/** What a member of staff can do that is written down. */
public enum StaffAct {
    SIGNED_IN,
    SIGNED_OUT,
    /** Was employed by the deployment itself, because nobody was there. Subject: their own name. */
    FIRST_ADMINISTRATOR_EMPLOYED,
    /** Had all chains verified. Subject: {@code chains}. */
    CHAIN_CHECK_REQUESTED,
    /** Asked a gateway how an attempt stands. Subject: the attempt. */
    INQUIRY_REQUESTED,
    /** Made a case their own. Subject of this and the next three: the case. */
    CASE_TAKEN,
    CASE_HANDED_BACK,
    CASE_COMMENTED,
    CASE_RESOLVED,
    /** Had a stored callback worked once more. Subject: the event. */
    EVENT_REPLAYED,
    /** Asked that a customer be erased. Subject of this and the next two: the erasure. */
    ERASURE_REQUESTED,
    ERASURE_APPROVED,
    ERASURE_REJECTED,
    /** Asked for an act that needs a second person. Subject of this and the next three: the approval. */
    APPROVAL_REQUESTED,
    APPROVAL_GIVEN,
    APPROVAL_REJECTED,
    APPROVAL_WITHDRAWN,
    /** Changed their own account. Subject of this and the next four: the person's own name. */
    PASSWORD_CHANGED,
    AUTHENTICATOR_ADDED,
    AUTHENTICATOR_REMOVED,
    RECOVERY_CODE_USED,
    RECOVERY_CODES_RENEWED,
    /** Ended sessions. Subject: whose they were. */
    SESSIONS_ENDED,
    /** Chose a password with a link. Subject: the person's own name. */
    PASSWORD_SET_UP,
    /** Changed a person. Subject of this and the next five: that person's name. */
    PERSON_ADDED,
    PERSON_ROLES_CHANGED,
    PERSON_DISABLED,
    PERSON_ENABLED,
    PERSON_AUTHENTICATOR_RESET,
    PERSON_SET_UP_RENEWED,
    /** Changed an API key. Subject of this and the next two: the visible beginning of the key. */
    KEY_MADE,
    KEY_ROTATED,
    KEY_REVOKED,
    /** Let a key go on that the breaker had stopped. Subject: the visible beginning of the key. */
    KEY_RELEASED,
    /** Entered settings of a gateway in the portal, or took them back. Subject: the gateway. */
    GATEWAY_CHANGED,
    /** Entered a secret of a gateway. Subject of this and the next: gateway and setting, with a slash between. */
    GATEWAY_SECRET_ENTERED,
    /** Took what was entered of a secret back, so that the environment's rules again. */
    GATEWAY_SECRET_REMOVED,
    /** Had the connection to a gateway tested. Subject: the gateway. */
    GATEWAY_TESTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
