package io.mizan.failure;

import java.util.Locale;

/** Why a payment did not go through, in neutral words; adapters map their provider's codes to these. */
public enum FailureCategory {
    VALIDATION(RetryAdvice.NOT_USEFUL),
    AUTHENTICATION(RetryAdvice.NOT_USEFUL),
    RATE_LIMITED(RetryAdvice.LATER),
    NETWORK(RetryAdvice.LATER),
    GATEWAY_ERROR(RetryAdvice.LATER),
    INSUFFICIENT_FUNDS(RetryAdvice.OTHER_MEANS),
    EXPIRED_CARD(RetryAdvice.OTHER_MEANS),
    INCORRECT_CVC(RetryAdvice.CORRECTED),
    ISSUER_DECLINED(RetryAdvice.OTHER_MEANS),
    ISSUER_DECLINED_FINAL(RetryAdvice.OTHER_MEANS),
    REQUIRES_ACTION(RetryAdvice.CORRECTED),
    FRAUD_SUSPECTED(RetryAdvice.NOT_USEFUL),
    DUPLICATE(RetryAdvice.NOT_USEFUL),
    CANCELED_BY_CUSTOMER(RetryAdvice.CORRECTED),
    EXPIRED(RetryAdvice.CORRECTED);

    /** What the customer can usefully do next. */
    public enum RetryAdvice {
        /** The same again, with what was wrong put right. */
        CORRECTED,
        /** With another card or method. */
        OTHER_MEANS,
        /** The same again, after a while. */
        LATER,
        /** Nothing on this page. */
        NOT_USEFUL
    }

    private final RetryAdvice retryAdvice;

    FailureCategory(RetryAdvice retryAdvice) {
        this.retryAdvice = retryAdvice;
    }

    public RetryAdvice retryAdvice() {
        return retryAdvice;
    }

    /** The outside form: {@code insufficient_funds}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
