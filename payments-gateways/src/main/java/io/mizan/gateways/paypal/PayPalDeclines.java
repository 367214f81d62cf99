package io.mizan.gateways.paypal;

import io.mizan.failure.FailureCategory;
import io.mizan.gateways.http.UnlistedCodes;
import io.mizan.gateways.http.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * PayPal's issues ({@code details[].issue} of an error) and the processors' response codes of card payments, in neutral
 * words. Decided by the issue and never by the text beside it, which PayPal changes and translates.
 */
final class PayPalDeclines {
    private static final Logger LOG = Logger.getLogger(PayPalDeclines.class.getName());
    private static final UnlistedCodes UNLISTED_CODES =
            new UnlistedCodes(LOG, Level.WARNING, "paypal.decline.unlisted");
    private static final String NOT_APPROVED = "ORDER_NOT_APPROVED";
    private static final Map<String, FailureCategory> ISSUES = new HashMap<>();
    private static final Map<String, FailureCategory> RESPONSES = new HashMap<>();
    private static final Map<String, FailureCategory> ADVICE = new HashMap<>();

    static {
        issues(
                FailureCategory.VALIDATION,
                "ORDER_NOT_APPROVED ORDER_ALREADY_CAPTURED ORDER_ALREADY_AUTHORIZED ACTION_DOES_NOT_MATCH_INTENT"
                        + " AMOUNT_MISMATCH ITEM_TOTAL_MISMATCH ITEM_TOTAL_REQUIRED TAX_TOTAL_MISMATCH"
                        + " CANNOT_BE_NEGATIVE CANNOT_BE_ZERO_OR_NEGATIVE MAX_VALUE_EXCEEDED INVALID_CURRENCY_CODE"
                        + " MULTI_CURRENCY_ORDER UNSUPPORTED_INTENT DUPLICATE_REFERENCE_ID DECIMAL_PRECISION"
                        + " DECIMALS_NOT_SUPPORTED CURRENCY_MISMATCH AUTH_CURRENCY_MISMATCH"
                        + " AUTH_CAPTURE_CURRENCY_MISMATCH REFUND_CAPTURE_CURRENCY_MISMATCH ORDER_EXPIRED"
                        + " ORDER_COMPLETED_OR_VOIDED CANNOT_BE_VOIDED REFUND_NOT_ALLOWED REFUND_IS_RESTRICTED"
                        + " PARTIAL_REFUND_NOT_ALLOWED REFUND_AMOUNT_TOO_LOW MAX_NUMBER_OF_REFUNDS_EXCEEDED"
                        + " AUTHORIZATION_VOIDED AUTHORIZATION_EXPIRED AUTHORIZATION_DENIED"
                        + " AUTHORIZATION_AMOUNT_EXCEEDED AUTHORIZATION_ALREADY_CAPTURED REAUTHORIZATION_NOT_SUPPORTED"
                        + " MAX_CAPTURE_AMOUNT_EXCEEDED MAX_CAPTURE_COUNT_EXCEEDED PREVIOUSLY_VOIDED"
                        + " PREVIOUSLY_CAPTURED CAPTURE_FULLY_REFUNDED REFUND_AMOUNT_EXCEEDED"
                        + " REFUND_TIME_LIMIT_EXCEEDED REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK TRANSACTION_DISPUTED"
                        + " PENDING_CAPTURE MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED INVALID_RESOURCE_ID"
                        + " TRANSACTION_RECEIVING_LIMIT_EXCEEDED PAYPAL_REQUEST_ID_REQUIRED");
        issues(
                FailureCategory.AUTHENTICATION,
                "PERMISSION_DENIED CONSENT_NEEDED PAYEE_ACCOUNT_INVALID PAYEE_ACCOUNT_RESTRICTED"
                        + " PAYEE_ACCOUNT_LOCKED_OR_CLOSED INVALID_PLATFORM_FEES_ACCOUNT INVALID_PLATFORM_FEES_AMOUNT");
        issues(
                FailureCategory.ISSUER_DECLINED_FINAL,
                "PAYER_CANNOT_PAY PAYER_ACCOUNT_LOCKED_OR_CLOSED PAYER_ACCOUNT_RESTRICTED PAYEE_BLOCKED_TRANSACTION"
                        + " TRANSACTION_BLOCKED_BY_PAYEE COMPLIANCE_VIOLATION");
        issues(
                FailureCategory.ISSUER_DECLINED,
                "INSTRUMENT_DECLINED REDIRECT_PAYER_FOR_ALTERNATE_FUNDING TRANSACTION_REFUSED"
                        + " TRANSACTION_LIMIT_EXCEEDED");
        issues(FailureCategory.INSUFFICIENT_FUNDS, "REFUND_FAILED_INSUFFICIENT_FUNDS");
        issues(FailureCategory.REQUIRES_ACTION, "PAYER_ACTION_REQUIRED");
        issues(
                FailureCategory.DUPLICATE,
                "DUPLICATE_INVOICE_ID PAYPAL_REQUEST_ID_PREVIOUSLY_USED DUPLICATE_REQUEST_ID");

        responses(FailureCategory.VALIDATION, "1350 1390 5210");
        responses(1300, 1320, FailureCategory.VALIDATION);
        responses(1360, 1370, FailureCategory.VALIDATION);
        responses(FailureCategory.GATEWAY_ERROR, "0800 0960 8100 8110 8220 PPER PPNT");
        responses(8000, 8030, FailureCategory.GATEWAY_ERROR);
        responses(
                FailureCategory.ISSUER_DECLINED_FINAL,
                "0390 1330 1335 1352 5140 5150 5160 5180 5700 5910 5930 5950 6300 9520 9540 10BR PP06 PPAB PPRN PPFR");
        responses(FailureCategory.ISSUER_DECLINED, "0100 0500 5100 5170 5190 5710 5920 9100 9530 PPAX PPEL PPNL");
        responses(FailureCategory.INSUFFICIENT_FUNDS, "5120");
        responses(FailureCategory.EXPIRED_CARD, "5400 1380 PPEX PPEF");
        responses(FailureCategory.INCORRECT_CVC, "00N7 5110 1382 PCVV PPC2");
        responses(FailureCategory.REQUIRES_ACTION, "5650 7700 7710 PPD3");
        responses(FailureCategory.FRAUD_SUSPECTED, "9500 9510 0580");
        responses(FailureCategory.DUPLICATE, "5200 PPIF");

        for (var code : "01 02 24 25 26 27 28 29 30".split(" ", -1)) {
            ADVICE.put(code, FailureCategory.ISSUER_DECLINED);
        }
        ADVICE.put("03", FailureCategory.ISSUER_DECLINED_FINAL);
        ADVICE.put("21", FailureCategory.ISSUER_DECLINED_FINAL);
    }

    private PayPalDeclines() {}

    /** @param listed false for a code that PayPal added since; somebody adds it here */
    record Reason(FailureCategory category, String code, boolean listed) {}

    /** What an issue comes to; one that is not listed means that something in the request was not to PayPal's liking. */
    static Reason ofIssue(String issue) {
        return reason(Optional.ofNullable(ISSUES.get(issue)), issue, FailureCategory.VALIDATION);
    }

    /**
     * Of an order that we complete. One that is not approved, or no longer, waits for its payer and for nobody else. Of an issue
     * that is not listed nobody knows whom it blames: never the payer's bank, until somebody has looked it up.
     */
    static Reason ofCompletion(String issue) {
        return issue.equals(NOT_APPROVED)
                ? new Reason(FailureCategory.REQUIRES_ACTION, issue, true)
                : reason(Optional.ofNullable(ISSUES.get(issue)), issue, FailureCategory.GATEWAY_ERROR);
    }

    /**
     * What a card's decline comes to. A processor's code says most; where it says only "no", the network's advice never to
     * try that card again ({@code payment_advice_code} 03 and 21) makes the no final.
     *
     * @param response {@code processor_response.response_code}
     * @param advice {@code processor_response.payment_advice_code}
     */
    static Reason ofCard(Optional<String> response, Optional<String> advice) {
        var advised = advice.map(ADVICE::get);
        var known = response.map(RESPONSES::get)
                .map(category -> category == FailureCategory.ISSUER_DECLINED ? advised.orElse(category) : category)
                .or(() -> advised);
        var code = response.or(() -> advice).orElse("declined");
        if (response.isEmpty() && advice.isEmpty()) {
            return new Reason(FailureCategory.ISSUER_DECLINED, code, true);
        }
        return reason(known, code, FailureCategory.ISSUER_DECLINED);
    }

    private static Reason reason(Optional<FailureCategory> known, String code, FailureCategory otherwise) {
        if (known.isEmpty()) {
            UNLISTED_CODES.tell(code);
        }
        return new Reason(known.orElse(otherwise), Words.forLog(code), known.isPresent());
    }

    private static void issues(FailureCategory category, String codes) {
        for (var code : codes.split(" ", -1)) {
            ISSUES.put(code, category);
        }
    }

    private static void responses(FailureCategory category, String codes) {
        for (var code : codes.split(" ", -1)) {
            RESPONSES.put(code, category);
        }
    }

    private static void responses(int first, int last, FailureCategory category) {
        for (int code = first; code <= last; code++) {
            RESPONSES.put(String.valueOf(code), category);
        }
    }
}
