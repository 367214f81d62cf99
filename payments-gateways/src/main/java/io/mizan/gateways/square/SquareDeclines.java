package io.mizan.gateways.square;

import io.mizan.failure.FailureCategory;
import io.mizan.gateways.http.UnlistedCodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Square's codes (there are some 150) in our categories. */
final class SquareDeclines {
    private static final Logger LOG = Logger.getLogger(SquareDeclines.class.getName());
    private static final UnlistedCodes UNLISTED_CODES =
            new UnlistedCodes(LOG, Level.WARNING, "square.decline.unlisted");
    private static final Map<String, FailureCategory> CATEGORIES = new HashMap<>();

    static {
        put(
                FailureCategory.VALIDATION,
                "MISSING_REQUIRED_PARAMETER INVALID_VALUE VALUE_TOO_LONG BAD_REQUEST NOT_FOUND CONFLICT"
                        + " VERSION_MISMATCH CURRENCY_MISMATCH UNSUPPORTED_CURRENCY AMOUNT_TOO_HIGH"
                        + " REFUND_AMOUNT_INVALID REFUND_ALREADY_PENDING PAYMENT_NOT_REFUNDABLE"
                        + " PAYMENT_NOT_REFUNDABLE_DUE_TO_DISPUTE DELAYED_TRANSACTION_EXPIRED"
                        + " DELAYED_TRANSACTION_CANCELED DELAYED_TRANSACTION_CAPTURED DELAYED_TRANSACTION_FAILED"
                        + " PAYMENT_LIMIT_EXCEEDED CARD_TOKEN_EXPIRED CARD_TOKEN_USED");
        put(
                FailureCategory.AUTHENTICATION,
                "UNAUTHORIZED ACCESS_TOKEN_EXPIRED ACCESS_TOKEN_REVOKED FORBIDDEN INSUFFICIENT_SCOPES"
                        + " INSUFFICIENT_PERMISSIONS_FOR_REFUND");
        put(
                FailureCategory.ISSUER_DECLINED_FINAL,
                "INVALID_ACCOUNT PAN_FAILURE INVALID_CARD INVALID_CARD_DATA UNSUPPORTED_CARD_BRAND"
                        + " CARD_NOT_SUPPORTED ALLOWABLE_PIN_TRIES_EXCEEDED REFUND_DECLINED");
        put(
                FailureCategory.ISSUER_DECLINED,
                "GENERIC_DECLINE CARD_DECLINED CARD_DECLINED_CALL_ISSUER VOICE_FAILURE TRANSACTION_LIMIT"
                        + " ADDRESS_VERIFICATION_FAILURE VERIFY_AVS_FAILURE INVALID_POSTAL_CODE");
        put(FailureCategory.INSUFFICIENT_FUNDS, "INSUFFICIENT_FUNDS");
        put(
                FailureCategory.EXPIRED_CARD,
                "CARD_EXPIRED INVALID_EXPIRATION EXPIRATION_FAILURE BAD_EXPIRATION INVALID_EXPIRATION_YEAR"
                        + " INVALID_EXPIRATION_DATE");
        put(FailureCategory.INCORRECT_CVC, "CVV_FAILURE VERIFY_CVV_FAILURE INVALID_PIN");
        put(FailureCategory.REQUIRES_ACTION, "CARD_DECLINED_VERIFICATION_REQUIRED");
        put(FailureCategory.DUPLICATE, "IDEMPOTENCY_KEY_REUSED");
    }

    private SquareDeclines() {}

    private static void put(FailureCategory category, String codes) {
        List.of(codes.split(" ", -1)).forEach(code -> CATEGORIES.put(code, category));
    }

    static Optional<FailureCategory> known(String code) {
        return Optional.ofNullable(CATEGORIES.get(code));
    }

    /** Why a card was declined; a code that is not listed counts as the issuer's, and is logged. */
    static FailureCategory ofCard(String code) {
        return known(code).orElseGet(() -> {
            UNLISTED_CODES.tell(code);
            return FailureCategory.ISSUER_DECLINED;
        });
    }
}
