package io.mizan.gateways.razorpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.FailureCategory;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RazorpayDeclinesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        VALIDATION            | input_validation_failed extra_field_sent invalid_request invalid_amount invalid_currency
        VALIDATION            | invalid_order_id amount_less_than_minimum_amount order_amount_mismatch bank_not_enabled
        VALIDATION            | order_payment_method_mismatch mismatch_in_transaction_details payment_method_not_enabled
        VALIDATION            | card_network_not_enabled refund_limit_crossed invalid_email invalid_mobile_number
        VALIDATION            | record_not_found international_transaction_not_allowed
        AUTHENTICATION        | live_mode_not_enabled merchant_not_activated
        RATE_LIMITED          | payment_declined_due_to_high_traffic
        GATEWAY_ERROR         | server_error gateway_technical_error bank_technical_error issuer_technical_error
        GATEWAY_ERROR         | invalid_response_from_gateway bank_not_available bank_cutoff_in_progress capture_failed
        GATEWAY_ERROR         | verification_failed psp_not_available psp_app_not_available vpa_resolution_failed
        GATEWAY_ERROR         | request_timed_out
        ISSUER_DECLINED_FINAL | debit_instrument_blocked debit_instrument_inactive card_number_invalid
        ISSUER_DECLINED_FINAL | incorrect_card_details card_type_invalid card_not_enrolled bank_account_invalid
        ISSUER_DECLINED_FINAL | card_disabled_for_online_payments invalid_vpa transaction_on_vpa_restricted
        ISSUER_DECLINED_FINAL | user_not_eligible compliance_violation
        ISSUER_DECLINED       | card_declined payment_declined payment_failed debit_declined credit_failed
        ISSUER_DECLINED       | authorisation_declined_by_psp transaction_limit_exceeded transaction_daily_limit_exceeded
        ISSUER_DECLINED       | transaction_daily_count_exceeded transaction_frequency_limit_exceeded
        CANCELED_BY_CUSTOMER  | payment_cancelled
        EXPIRED               | payment_session_expired payment_collect_request_expired payment_timed_out
        INSUFFICIENT_FUNDS    | insufficient_funds insufficient_fund credit_limit_exceeded funds_blocked_by_mandate
        EXPIRED_CARD          | card_expired incorrect_card_expiry_date
        INCORRECT_CVC         | incorrect_cvv incorrect_pin incorrect_atm_pin
        REQUIRES_ACTION       | authentication_failed incorrect_otp invalid_otp otp_expired otp_attempts_exceeded
        REQUIRES_ACTION       | pin_attempts_exceeded
        FRAUD_SUSPECTED       | payment_risk_check_failed payment_amount_tampered
        DUPLICATE             | duplicate_request duplicate_refund_id duplicate_rrn_found order_already_paid
        """)
    void a_reason_has_its_category(FailureCategory category, String reasons) {
        assertThat(Arrays.stream(reasons.split(" ", -1))
                        .map(reason ->
                                RazorpayDeclines.ofPayment(Optional.of("BAD_REQUEST_ERROR"), Optional.of(reason))))
                .allSatisfy(reason -> {
                    assertThat(reason.category()).isEqualTo(category);
                    assertThat(reason.listed()).isTrue();
                });
    }

    @Test
    void what_is_not_listed_says_so() {
        var reason = Optional.of("brand_new");

        assertThat(RazorpayDeclines.ofPayment(Optional.of("BAD_REQUEST_ERROR"), reason))
                .isEqualTo(new RazorpayDeclines.Reason(FailureCategory.ISSUER_DECLINED, "brand_new", false));
        assertThat(RazorpayDeclines.ofPayment(Optional.of("GATEWAY_ERROR"), reason))
                .isEqualTo(new RazorpayDeclines.Reason(FailureCategory.GATEWAY_ERROR, "brand_new", false));
        assertThat(RazorpayDeclines.ofCall("BAD_REQUEST_ERROR", reason))
                .isEqualTo(new RazorpayDeclines.Reason(FailureCategory.VALIDATION, "brand_new", false));
    }

    @Test
    void without_a_reason_the_code_tells() {
        assertThat(RazorpayDeclines.ofPayment(Optional.empty(), Optional.empty()))
                .isEqualTo(new RazorpayDeclines.Reason(FailureCategory.ISSUER_DECLINED, "payment_failed", true));
        assertThat(RazorpayDeclines.ofPayment(Optional.of("SERVER_ERROR"), Optional.empty()))
                .isEqualTo(new RazorpayDeclines.Reason(FailureCategory.GATEWAY_ERROR, "SERVER_ERROR", true));
        assertThat(RazorpayDeclines.ofCall("BAD_REQUEST_ERROR", Optional.empty()))
                .isEqualTo(new RazorpayDeclines.Reason(FailureCategory.VALIDATION, "BAD_REQUEST_ERROR", true));
    }
}
