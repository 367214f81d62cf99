package io.mizan.gateways.razorpay;

import io.mizan.failure.FailureCategory;
import io.mizan.gateways.http.UnlistedCodes;
import io.mizan.gateways.http.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Razorpay's reasons ({@code error_reason} of a payment, {@code error.reason} of an answer) in neutral words. Its three
 * codes say hardly more than whose fault it was, and its descriptions are made for customers and change.
 */
final class RazorpayDeclines {
    private static final Logger LOG = Logger.getLogger(RazorpayDeclines.class.getName());
    private static final UnlistedCodes UNLISTED_CODES =
            new UnlistedCodes(LOG, Level.WARNING, "razorpay.reason.unlisted");
    private static final Set<String> NOT_THE_CUSTOMERS = Set.of("GATEWAY_ERROR", "SERVER_ERROR");
    private static final Map<String, FailureCategory> CATEGORIES = new HashMap<>();

    static {
        put(
                FailureCategory.VALIDATION,
                "input_validation_failed extra_field_sent invalid_request invalid_amount invalid_currency"
                        + " invalid_order_id amount_less_than_minimum_amount order_amount_mismatch"
                        + " order_payment_method_mismatch mismatch_in_transaction_details payment_method_not_enabled"
                        + " card_network_not_enabled bank_not_enabled refund_limit_crossed invalid_email"
                        + " invalid_mobile_number record_not_found international_transaction_not_allowed");
        put(FailureCategory.AUTHENTICATION, "live_mode_not_enabled merchant_not_activated");
        put(FailureCategory.RATE_LIMITED, "payment_declined_due_to_high_traffic");
        put(
                FailureCategory.GATEWAY_ERROR,
                "server_error gateway_technical_error bank_technical_error issuer_technical_error"
                        + " invalid_response_from_gateway bank_not_available bank_cutoff_in_progress"
                        + " verification_failed psp_not_available psp_app_not_available vpa_resolution_failed"
                        + " capture_failed request_timed_out");
        put(
                FailureCategory.ISSUER_DECLINED_FINAL,
                "debit_instrument_blocked debit_instrument_inactive card_number_invalid incorrect_card_details"
                        + " card_type_invalid card_not_enrolled card_disabled_for_online_payments"
                        + " bank_account_invalid invalid_vpa transaction_on_vpa_restricted user_not_eligible"
                        + " compliance_violation");
        put(
                FailureCategory.ISSUER_DECLINED,
                "card_declined payment_declined payment_failed debit_declined credit_failed"
                        + " authorisation_declined_by_psp transaction_limit_exceeded transaction_daily_limit_exceeded"
                        + " transaction_daily_count_exceeded transaction_frequency_limit_exceeded");
        put(FailureCategory.CANCELED_BY_CUSTOMER, "payment_cancelled");
        put(FailureCategory.EXPIRED, "payment_session_expired payment_collect_request_expired payment_timed_out");
        put(
                FailureCategory.INSUFFICIENT_FUNDS,
                "insufficient_funds insufficient_fund credit_limit_exceeded funds_blocked_by_mandate");
        put(FailureCategory.EXPIRED_CARD, "card_expired incorrect_card_expiry_date");
        put(FailureCategory.INCORRECT_CVC, "incorrect_cvv incorrect_pin incorrect_atm_pin");
        put(
                FailureCategory.REQUIRES_ACTION,
                "authentication_failed incorrect_otp invalid_otp otp_expired otp_attempts_exceeded"
                        + " pin_attempts_exceeded");
        put(FailureCategory.FRAUD_SUSPECTED, "payment_risk_check_failed payment_amount_tampered");
        put(FailureCategory.DUPLICATE, "duplicate_request duplicate_refund_id duplicate_rrn_found order_already_paid");
    }

    private RazorpayDeclines() {}

    /** @param listed false for a reason that Razorpay added since; somebody adds it here */
    record Reason(FailureCategory category, String code, boolean listed) {}

    /** Why a payment failed. One without a reason is told by its code, which is not the customer's fault or is the issuer's. */
    static Reason ofPayment(Optional<String> code, Optional<String> reason) {
        var otherwise = code.filter(NOT_THE_CUSTOMERS::contains).isPresent()
                ? FailureCategory.GATEWAY_ERROR
                : FailureCategory.ISSUER_DECLINED;
        return reason.map(word -> reason(word, otherwise))
                .orElseGet(() -> new Reason(otherwise, Words.forLog(code.orElse("payment_failed")), true));
    }

    /** Why a call was refused; what is not listed was not to Razorpay's liking in the request. */
    static Reason ofCall(String code, Optional<String> reason) {
        var otherwise = NOT_THE_CUSTOMERS.contains(code) ? FailureCategory.GATEWAY_ERROR : FailureCategory.VALIDATION;
        return reason.map(word -> reason(word, otherwise))
                .orElseGet(() -> new Reason(otherwise, Words.forLog(code), true));
    }

    private static Reason reason(String word, FailureCategory otherwise) {
        var known = Optional.ofNullable(CATEGORIES.get(word));
        if (known.isEmpty()) {
            UNLISTED_CODES.tell(word);
        }
        return new Reason(known.orElse(otherwise), Words.forLog(word), known.isPresent());
    }

    private static void put(FailureCategory category, String reasons) {
        List.of(reasons.split(" ", -1)).forEach(reason -> CATEGORIES.put(reason, category));
    }
}
