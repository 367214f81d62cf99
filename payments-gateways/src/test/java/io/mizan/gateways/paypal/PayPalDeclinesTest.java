package io.mizan.gateways.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.FailureCategory;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayPalDeclinesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        VALIDATION            | ORDER_NOT_APPROVED ORDER_ALREADY_CAPTURED ORDER_ALREADY_AUTHORIZED ACTION_DOES_NOT_MATCH_INTENT
        VALIDATION            | AMOUNT_MISMATCH ITEM_TOTAL_MISMATCH DECIMAL_PRECISION DECIMALS_NOT_SUPPORTED ORDER_EXPIRED
        VALIDATION            | CURRENCY_MISMATCH AUTH_CURRENCY_MISMATCH AUTH_CAPTURE_CURRENCY_MISMATCH REFUND_CAPTURE_CURRENCY_MISMATCH
        VALIDATION            | ORDER_COMPLETED_OR_VOIDED CANNOT_BE_VOIDED REFUND_NOT_ALLOWED AUTHORIZATION_VOIDED
        VALIDATION            | AUTHORIZATION_EXPIRED AUTHORIZATION_ALREADY_CAPTURED MAX_CAPTURE_AMOUNT_EXCEEDED
        VALIDATION            | MAX_CAPTURE_COUNT_EXCEEDED PREVIOUSLY_VOIDED PREVIOUSLY_CAPTURED CAPTURE_FULLY_REFUNDED
        VALIDATION            | REFUND_AMOUNT_EXCEEDED REFUND_TIME_LIMIT_EXCEEDED REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK
        VALIDATION            | TRANSACTION_DISPUTED PENDING_CAPTURE MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED
        ISSUER_DECLINED_FINAL | PAYER_CANNOT_PAY PAYER_ACCOUNT_LOCKED_OR_CLOSED PAYER_ACCOUNT_RESTRICTED
        ISSUER_DECLINED_FINAL | PAYEE_BLOCKED_TRANSACTION TRANSACTION_BLOCKED_BY_PAYEE COMPLIANCE_VIOLATION
        ISSUER_DECLINED       | INSTRUMENT_DECLINED REDIRECT_PAYER_FOR_ALTERNATE_FUNDING TRANSACTION_REFUSED TRANSACTION_LIMIT_EXCEEDED
        INSUFFICIENT_FUNDS    | REFUND_FAILED_INSUFFICIENT_FUNDS
        REQUIRES_ACTION       | PAYER_ACTION_REQUIRED
        DUPLICATE             | DUPLICATE_INVOICE_ID PAYPAL_REQUEST_ID_PREVIOUSLY_USED DUPLICATE_REQUEST_ID
        """)
    void an_issue_has_its_category(FailureCategory category, String issues) {
        assertThat(Arrays.stream(issues.split(" ", -1)).map(PayPalDeclines::ofIssue))
                .allSatisfy(reason -> {
                    assertThat(reason.category()).isEqualTo(category);
                    assertThat(reason.listed()).isTrue();
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        VALIDATION            | 1300 1312 1320 1350 1360 1370 1390 5210
        GATEWAY_ERROR         | 0800 0960 8000 8010 8030 8100 8110 8220 PPER PPNT
        ISSUER_DECLINED_FINAL | 0390 1330 1335 1352 5140 5150 5160 5180 5700 5910 5930 5950 6300 9520 9540 10BR PP06 PPAB PPRN PPFR
        ISSUER_DECLINED       | 0100 0500 5100 5170 5190 5710 5920 9100 9530 PPAX PPEL PPNL
        INSUFFICIENT_FUNDS    | 5120
        EXPIRED_CARD          | 5400 1380 PPEX PPEF
        INCORRECT_CVC         | 00N7 5110 1382 PCVV PPC2
        REQUIRES_ACTION       | 5650 7700 7710 PPD3
        FRAUD_SUSPECTED       | 9500 9510 0580
        DUPLICATE             | 5200 PPIF
        """)
    void a_response_code_has_its_category(FailureCategory category, String codes) {
        assertThat(Arrays.stream(codes.split(" ", -1))
                        .map(code -> PayPalDeclines.ofCard(Optional.of(code), Optional.empty())))
                .allSatisfy(reason -> {
                    assertThat(reason.category()).isEqualTo(category);
                    assertThat(reason.listed()).isTrue();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "'',01,ISSUER_DECLINED",
        "'',24,ISSUER_DECLINED",
        "'',30,ISSUER_DECLINED",
        "'',03,ISSUER_DECLINED_FINAL",
        "'',21,ISSUER_DECLINED_FINAL",
        "0500,03,ISSUER_DECLINED_FINAL",
        "0500,02,ISSUER_DECLINED",
        "5120,21,INSUFFICIENT_FUNDS"
    })
    void advice_makes_a_plain_no_final(String response, String advice, FailureCategory category) {
        assertThat(PayPalDeclines.ofCard(Optional.of(response).filter(it -> !it.isEmpty()), Optional.of(advice)))
                .returns(category, PayPalDeclines.Reason::category)
                .returns(true, PayPalDeclines.Reason::listed);
    }

    @Test
    void what_is_not_listed_says_so() {
        assertThat(PayPalDeclines.ofIssue("SOMETHING_NEW"))
                .isEqualTo(new PayPalDeclines.Reason(FailureCategory.VALIDATION, "SOMETHING_NEW", false));
        assertThat(PayPalDeclines.ofCard(Optional.of("4711"), Optional.empty()))
                .isEqualTo(new PayPalDeclines.Reason(FailureCategory.ISSUER_DECLINED, "4711", false));
    }

    @Test
    void a_decline_without_a_code_is_a_decline() {
        assertThat(PayPalDeclines.ofCard(Optional.empty(), Optional.empty()))
                .isEqualTo(new PayPalDeclines.Reason(FailureCategory.ISSUER_DECLINED, "declined", true));
    }
}
