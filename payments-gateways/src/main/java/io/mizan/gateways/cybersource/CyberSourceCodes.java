package io.mizan.gateways.cybersource;

import static java.util.Map.entry;

import io.mizan.failure.FailureCategory;
import io.mizan.gateways.http.UnlistedCodes;
import io.mizan.gateways.http.Words;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What CyberSource's reasons mean: numbers at its page and in searches ("Reason Codes" of Secure Acceptance), words in the
 * REST interface. Decisions say whether something happened, reasons only why.
 */
final class CyberSourceCodes {
    private static final Logger LOG = Logger.getLogger(CyberSourceCodes.class.getName());
    private static final UnlistedCodes UNLISTED_CODES =
            new UnlistedCodes(LOG, Level.WARNING, "cybersource.reason.unlisted");

    /** These leave open what happened: a time-out, a failure, or a second posting of the same form. */
    private static final Set<String> OPEN = Set.of("104", "150", "151", "152", "238", "250");
    /** The form itself is wrong, however often it is posted. */
    private static final Set<String> WRONG_FORM = Set.of("101", "102");
    /** The bank said yes and a check of the merchant's own wants a look. */
    private static final Set<String> APPROVED_IN_REVIEW = Set.of("200", "230", "520");

    private static final Map<String, FailureCategory> BY_NUMBER = Map.ofEntries(
            entry("101", FailureCategory.VALIDATION),
            entry("102", FailureCategory.VALIDATION),
            entry("104", FailureCategory.DUPLICATE),
            entry("110", FailureCategory.INSUFFICIENT_FUNDS),
            entry("150", FailureCategory.GATEWAY_ERROR),
            entry("151", FailureCategory.NETWORK),
            entry("152", FailureCategory.NETWORK),
            entry("200", FailureCategory.FRAUD_SUSPECTED),
            entry("201", FailureCategory.ISSUER_DECLINED),
            entry("202", FailureCategory.EXPIRED_CARD),
            entry("203", FailureCategory.ISSUER_DECLINED),
            entry("204", FailureCategory.INSUFFICIENT_FUNDS),
            entry("205", FailureCategory.ISSUER_DECLINED_FINAL),
            entry("207", FailureCategory.GATEWAY_ERROR),
            entry("208", FailureCategory.ISSUER_DECLINED_FINAL),
            entry("209", FailureCategory.INCORRECT_CVC),
            entry("210", FailureCategory.INSUFFICIENT_FUNDS),
            entry("211", FailureCategory.INCORRECT_CVC),
            entry("220", FailureCategory.ISSUER_DECLINED_FINAL),
            entry("221", FailureCategory.FRAUD_SUSPECTED),
            entry("222", FailureCategory.ISSUER_DECLINED_FINAL),
            entry("230", FailureCategory.INCORRECT_CVC),
            entry("231", FailureCategory.ISSUER_DECLINED_FINAL),
            entry("232", FailureCategory.VALIDATION),
            entry("233", FailureCategory.ISSUER_DECLINED),
            entry("234", FailureCategory.GATEWAY_ERROR),
            entry("235", FailureCategory.VALIDATION),
            entry("236", FailureCategory.GATEWAY_ERROR),
            entry("238", FailureCategory.DUPLICATE),
            entry("240", FailureCategory.VALIDATION),
            entry("250", FailureCategory.NETWORK),
            entry("475", FailureCategory.REQUIRES_ACTION),
            entry("476", FailureCategory.REQUIRES_ACTION),
            entry("478", FailureCategory.REQUIRES_ACTION),
            entry("481", FailureCategory.FRAUD_SUSPECTED),
            entry("520", FailureCategory.FRAUD_SUSPECTED));

    private static final Map<String, FailureCategory> BY_WORD = Map.ofEntries(
            entry("EXPIRED_CARD", FailureCategory.EXPIRED_CARD),
            entry("INSUFFICIENT_FUND", FailureCategory.INSUFFICIENT_FUNDS),
            entry("EXCEEDS_CREDIT_LIMIT", FailureCategory.INSUFFICIENT_FUNDS),
            entry("CVN_NOT_MATCH", FailureCategory.INCORRECT_CVC),
            entry("INVALID_CVN", FailureCategory.INCORRECT_CVC),
            entry("CV_FAILED", FailureCategory.INCORRECT_CVC),
            entry("STOLEN_LOST_CARD", FailureCategory.ISSUER_DECLINED_FINAL),
            entry("SUSPENDED_ACCOUNT", FailureCategory.ISSUER_DECLINED_FINAL),
            entry("UNAUTHORIZED_CARD", FailureCategory.ISSUER_DECLINED_FINAL),
            entry("BLOCKED_BY_CARDHOLDER", FailureCategory.ISSUER_DECLINED_FINAL),
            entry("PAYMENT_REFUSED", FailureCategory.ISSUER_DECLINED_FINAL),
            entry("INVALID_ACCOUNT", FailureCategory.ISSUER_DECLINED_FINAL),
            entry("ALLOWABLE_PIN_RETRIES_EXCEEDED", FailureCategory.ISSUER_DECLINED_FINAL),
            entry("PROCESSOR_DECLINED", FailureCategory.ISSUER_DECLINED),
            entry("GENERAL_DECLINE", FailureCategory.ISSUER_DECLINED),
            entry("CONTACT_PROCESSOR", FailureCategory.ISSUER_DECLINED),
            entry("DECLINED_CHECK", FailureCategory.ISSUER_DECLINED),
            entry("ISSUER_UNAVAILABLE", FailureCategory.GATEWAY_ERROR),
            entry("PROCESSOR_UNAVAILABLE", FailureCategory.GATEWAY_ERROR),
            entry("PROCESSOR_ERROR", FailureCategory.GATEWAY_ERROR),
            entry("SYSTEM_ERROR", FailureCategory.GATEWAY_ERROR),
            entry("SERVER_TIMEOUT", FailureCategory.NETWORK),
            entry("SERVICE_TIMEOUT", FailureCategory.NETWORK),
            entry("AVS_FAILED", FailureCategory.FRAUD_SUSPECTED),
            entry("BLACKLISTED_CUSTOMER", FailureCategory.FRAUD_SUSPECTED),
            entry("DECISION_PROFILE_REJECT", FailureCategory.FRAUD_SUSPECTED),
            entry("DECISION_PROFILE_REVIEW", FailureCategory.FRAUD_SUSPECTED),
            entry("SCORE_EXCEEDS_THRESHOLD", FailureCategory.FRAUD_SUSPECTED),
            entry("CONSUMER_AUTHENTICATION_REQUIRED", FailureCategory.REQUIRES_ACTION),
            entry("PENDING_AUTHENTICATION", FailureCategory.REQUIRES_ACTION),
            entry("CONSUMER_AUTHENTICATION_FAILED", FailureCategory.REQUIRES_ACTION),
            entry("MISSING_FIELD", FailureCategory.VALIDATION),
            entry("INVALID_DATA", FailureCategory.VALIDATION),
            entry("INVALID_CARD", FailureCategory.VALIDATION),
            entry("INVALID_CARD_TYPE", FailureCategory.VALIDATION),
            entry("CARD_TYPE_NOT_ACCEPTED", FailureCategory.VALIDATION),
            entry("INVALID_AMOUNT", FailureCategory.VALIDATION),
            entry("INVALID_PAYMENT_ID", FailureCategory.VALIDATION),
            entry("NOT_SUPPORTED", FailureCategory.VALIDATION),
            entry("EXCEEDS_AUTH_AMOUNT", FailureCategory.VALIDATION),
            entry("MISSING_AUTH", FailureCategory.VALIDATION),
            entry("NOT_VOIDABLE", FailureCategory.VALIDATION),
            entry("TRANSACTION_ALREADY_SETTLED", FailureCategory.VALIDATION),
            entry("TRANSACTION_ALREADY_REVERSED_OR_SETTLED", FailureCategory.VALIDATION),
            entry("AUTH_ALREADY_REVERSED", FailureCategory.VALIDATION),
            entry("CAPTURE_ALREADY_VOIDED", FailureCategory.VALIDATION),
            entry("ACCOUNT_NOT_ALLOWED_CREDIT", FailureCategory.VALIDATION),
            entry("DUPLICATE_REQUEST", FailureCategory.DUPLICATE),
            entry("INVALID_MERCHANT_CONFIGURATION", FailureCategory.AUTHENTICATION));

    private CyberSourceCodes() {}

    /**
     * Why something was refused.
     *
     * @param code in CyberSource's own words
     * @param listed whether our tables have it
     */
    record Reason(FailureCategory category, String code, boolean listed) {}

    static Reason ofNumber(String code) {
        return of(BY_NUMBER, code);
    }

    static Reason ofWord(String code) {
        return code.endsWith("WATCHLIST_MATCH")
                ? new Reason(FailureCategory.FRAUD_SUSPECTED, Words.forLog(code), true)
                : of(BY_WORD, code);
    }

    /** Whether it leaves open what happened, so that only asking tells. */
    static boolean leavesOpen(String code) {
        return OPEN.contains(code);
    }

    static boolean isWrongForm(String code) {
        return WRONG_FORM.contains(code);
    }

    static boolean isApprovedInReview(String code) {
        return APPROVED_IN_REVIEW.contains(code);
    }

    private static Reason of(Map<String, FailureCategory> table, String code) {
        var listed = table.get(code);
        var word = Words.forLog(code);
        if (listed == null) {
            UNLISTED_CODES.tell(word);
        }
        return new Reason(listed == null ? FailureCategory.GATEWAY_ERROR : listed, word, listed != null);
    }
}
