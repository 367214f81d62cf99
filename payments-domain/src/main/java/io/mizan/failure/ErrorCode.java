package io.mizan.failure;

import java.util.Locale;

/**
 * Every way in which a request can break a rule. Ordered: when two apply, the earlier is reported. Each has a section
 * in {@code docs/problems.md}; how it maps to HTTP is decided in the web module alone.
 */
public enum ErrorCode {
    METHOD_NOT_ALLOWED,
    UNSUPPORTED_MEDIA_TYPE,
    NOT_ACCEPTABLE,
    AUTHENTICATION_REQUIRED,
    KEY_INVALID,
    SIGNATURE_INVALID,
    ADDRESS_NOT_ALLOWED,
    ORIGIN_NOT_ALLOWED,
    PERMISSION_DENIED,
    SCOPE_MISSING,
    NOT_FOUND,
    BODY_TOO_LARGE,
    MALFORMED_BODY,
    DUPLICATE_FIELD,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    INVALID_FIELD,
    CARD_NUMBER_NOT_ALLOWED,
    IDEMPOTENCY_KEY_MISSING,
    IDEMPOTENCY_KEY_INVALID,
    IDEMPOTENCY_KEY_REUSED,
    IDEMPOTENCY_KEY_IN_USE,
    REFERENCE_REUSED,
    RATE_LIMITED,
    TOO_MANY_ATTEMPTS,
    TOO_MANY_DECLINES,
    CARD_TESTING_SUSPECTED,
    UNKNOWN_SKU,
    PRICE_MISSING,
    AMOUNT_NOT_ALLOWED,
    AMOUNT_OUT_OF_RANGE,
    RETURN_URL_NOT_ALLOWED,
    GATEWAY_UNKNOWN,
    GATEWAY_UNAVAILABLE,
    CURRENCY_NOT_SUPPORTED,
    COUNTRY_NOT_SUPPORTED,
    CAPABILITY_NOT_SUPPORTED,
    ORDER_NOT_PAYABLE,
    ATTEMPT_OPEN,
    PAYMENT_IN_PROGRESS,
    PREVIOUS_ATTEMPT_STILL_PAYABLE,
    ATTEMPT_STATE_CONFLICT,
    ORDER_STATE_CONFLICT,
    CONCURRENT_CHANGE,
    SERVICE_UNAVAILABLE,
    INTERNAL_ERROR;

    /** The outside form: {@code attempt_open}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
