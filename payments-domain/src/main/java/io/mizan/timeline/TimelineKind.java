package io.mizan.timeline;

import java.util.Locale;

/** What an entry can tell, besides facts. */
public enum TimelineKind {
    ORDER_PLACED,
    ORDER_STATUS_CHANGED,
    ATTEMPT_STARTED,
    ATTEMPT_STATE_CHANGED,
    ATTEMPT_SUPERSEDED,
    DUPLICATE_RISK_ACCEPTED,
    CUSTOMER_RETURNED,
    COMMAND_SENT,
    COMMAND_DONE,
    COMMAND_DECLINED,
    COMMAND_RETRY,
    COMMAND_UNKNOWN,
    COMMAND_GIVEN_UP,
    COMMAND_NEVER_ACTED,
    COMMAND_WITHDRAWN,
    CALLBACK_RECEIVED,
    SIGNED_RETURN_RECEIVED,
    CALLBACK_REPLAYED,
    INQUIRY_REQUESTED,
    INQUIRY_ANSWERED,
    INQUIRY_FAILED,
    CASE_OPENED,
    CASE_REOPENED,
    CASE_CLEARED,
    CASE_TAKEN,
    CASE_HANDED_BACK,
    CASE_COMMENTED,
    CASE_RESOLVED,
    CUSTOMER_ERASED,
    FULFILMENT_REPORTED,
    MERCHANT_EVENT_RECORDED;

    /** The outside form: {@code order_placed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
