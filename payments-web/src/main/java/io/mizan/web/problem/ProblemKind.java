package io.mizan.web.problem;

import static io.mizan.web.problem.Retry.NEVER;
import static io.mizan.web.problem.Retry.SAFE;
import static io.mizan.web.problem.Retry.SAME_KEY;

import io.mizan.failure.ErrorCode;

/**
 * How an error code goes over HTTP.
 *
 * @param title the same for every problem of this kind
 */
record ProblemKind(int status, Retry retry, String title) {

    /** No default: a new code does not compile until somebody has decided what it means here. */
    static ProblemKind of(ErrorCode code) {
        return switch (code) {
            case METHOD_NOT_ALLOWED -> never(405, "This address does not know that method");
            case UNSUPPORTED_MEDIA_TYPE -> never(415, "The body is not of a type that is read here");
            case NOT_ACCEPTABLE -> never(406, "No answer of an accepted type");
            case AUTHENTICATION_REQUIRED -> never(401, "An API key is needed");
            case KEY_INVALID -> never(401, "The API key is not valid");
            case SIGNATURE_INVALID -> never(401, "The signature is not valid");
            case ADDRESS_NOT_ALLOWED -> never(403, "The key may not be used from this address");
            case ORIGIN_NOT_ALLOWED -> never(403, "The page may not use this key");
            case PERMISSION_DENIED -> never(403, "The API key may not do this");
            case SCOPE_MISSING -> never(403, "The API key lacks a scope");
            case NOT_FOUND -> never(404, "There is no such thing");
            case BODY_TOO_LARGE -> never(413, "The body is too large");
            case MALFORMED_BODY -> never(400, "The body is not a JSON object");
            case DUPLICATE_FIELD -> never(400, "A member is there twice");
            case UNKNOWN_FIELD -> never(400, "A member is not known");
            case MISSING_FIELD -> never(400, "A member is missing");
            case INVALID_FIELD -> never(400, "A value is not valid");
            case CARD_NUMBER_NOT_ALLOWED -> never(400, "Card numbers do not belong here");
            case IDEMPOTENCY_KEY_MISSING -> never(400, "An Idempotency-Key is needed");
            case IDEMPOTENCY_KEY_INVALID -> never(400, "The Idempotency-Key is not valid");
            case IDEMPOTENCY_KEY_REUSED -> never(422, "The Idempotency-Key stands for another request");
            case IDEMPOTENCY_KEY_IN_USE -> new ProblemKind(409, SAME_KEY, "The first request is still at work");
            case REFERENCE_REUSED -> never(409, "The reference stands for something else");
            case RATE_LIMITED -> new ProblemKind(429, SAFE, "Too many requests");
            case TOO_MANY_ATTEMPTS -> never(429, "Too many attempts to pay this order");
            case TOO_MANY_DECLINES -> never(429, "Too many declines of this order");
            case CARD_TESTING_SUSPECTED -> new ProblemKind(429, SAFE, "This key takes no new payments for a while");
            case UNKNOWN_SKU -> never(422, "The catalogue has no such product");
            case PRICE_MISSING -> never(422, "The product has no price in this currency");
            case AMOUNT_NOT_ALLOWED -> never(422, "This key may not name amounts");
            case AMOUNT_OUT_OF_RANGE -> never(422, "The amount is too small or too large");
            case RETURN_URL_NOT_ALLOWED -> never(422, "The customer may not be sent there");
            case GATEWAY_UNKNOWN -> never(422, "There is no such gateway");
            case GATEWAY_UNAVAILABLE -> new ProblemKind(503, SAFE, "The gateway takes no new payments now");
            case COUNTRY_NOT_SUPPORTED -> never(422, "The gateway is not offered in this country");
            case CURRENCY_NOT_SUPPORTED -> never(422, "The gateway does not take this currency or amount");
            case CAPABILITY_NOT_SUPPORTED -> never(422, "The gateway cannot do this");
            case ORDER_NOT_PAYABLE -> never(409, "The order cannot be paid");
            case ATTEMPT_OPEN -> never(409, "Another attempt is open");
            case PAYMENT_IN_PROGRESS -> never(409, "A payment is being made");
            case PREVIOUS_ATTEMPT_STILL_PAYABLE -> never(409, "The attempt before can still be paid");
            case ATTEMPT_STATE_CONFLICT -> never(409, "The attempt's state does not allow this");
            case ORDER_STATE_CONFLICT -> never(409, "The order's state does not allow this");
            case CONCURRENT_CHANGE -> new ProblemKind(409, SAFE, "Somebody changed it at the same time");
            case SERVICE_UNAVAILABLE -> new ProblemKind(503, SAFE, "Not possible right now");
            case INTERNAL_ERROR -> new ProblemKind(500, SAME_KEY, "A fault of ours");
        };
    }

    private static ProblemKind never(int status, String title) {
        return new ProblemKind(status, NEVER, title);
    }
}
