package io.mizan.gateways.cybersource;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.FailureCategory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CyberSourceCodesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            VALIDATION            | 101 102 232 235 240
            DUPLICATE             | 104 238
            INSUFFICIENT_FUNDS    | 110 204 210
            GATEWAY_ERROR         | 150 207 234 236
            NETWORK               | 151 152 250
            FRAUD_SUSPECTED       | 200 221 481 520
            ISSUER_DECLINED       | 201 203 233
            EXPIRED_CARD          | 202
            ISSUER_DECLINED_FINAL | 205 208 220 222 231
            INCORRECT_CVC         | 209 211 230
            REQUIRES_ACTION       | 475 476 478
            """)
    void a_number_has_its_category(FailureCategory category, String codes) {
        assertThat(List.of(codes.split(" ", -1))).allSatisfy(code -> assertThat(CyberSourceCodes.ofNumber(code))
                .isEqualTo(new CyberSourceCodes.Reason(category, code, true)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            EXPIRED_CARD          | EXPIRED_CARD
            INSUFFICIENT_FUNDS    | INSUFFICIENT_FUND EXCEEDS_CREDIT_LIMIT
            INCORRECT_CVC         | CVN_NOT_MATCH INVALID_CVN CV_FAILED
            ISSUER_DECLINED_FINAL | STOLEN_LOST_CARD SUSPENDED_ACCOUNT UNAUTHORIZED_CARD BLOCKED_BY_CARDHOLDER PAYMENT_REFUSED INVALID_ACCOUNT ALLOWABLE_PIN_RETRIES_EXCEEDED
            ISSUER_DECLINED       | PROCESSOR_DECLINED GENERAL_DECLINE CONTACT_PROCESSOR DECLINED_CHECK
            GATEWAY_ERROR         | ISSUER_UNAVAILABLE PROCESSOR_UNAVAILABLE PROCESSOR_ERROR SYSTEM_ERROR
            NETWORK               | SERVER_TIMEOUT SERVICE_TIMEOUT
            FRAUD_SUSPECTED       | AVS_FAILED BLACKLISTED_CUSTOMER DECISION_PROFILE_REJECT DECISION_PROFILE_REVIEW SCORE_EXCEEDS_THRESHOLD CUSTOMER_WATCHLIST_MATCH
            REQUIRES_ACTION       | CONSUMER_AUTHENTICATION_REQUIRED PENDING_AUTHENTICATION CONSUMER_AUTHENTICATION_FAILED
            VALIDATION            | MISSING_FIELD INVALID_DATA INVALID_CARD INVALID_CARD_TYPE CARD_TYPE_NOT_ACCEPTED INVALID_AMOUNT INVALID_PAYMENT_ID NOT_SUPPORTED EXCEEDS_AUTH_AMOUNT MISSING_AUTH NOT_VOIDABLE TRANSACTION_ALREADY_SETTLED TRANSACTION_ALREADY_REVERSED_OR_SETTLED AUTH_ALREADY_REVERSED CAPTURE_ALREADY_VOIDED ACCOUNT_NOT_ALLOWED_CREDIT
            DUPLICATE             | DUPLICATE_REQUEST
            AUTHENTICATION        | INVALID_MERCHANT_CONFIGURATION
            """)
    void a_word_has_its_category(FailureCategory category, String words) {
        assertThat(List.of(words.split(" ", -1))).allSatisfy(word -> assertThat(CyberSourceCodes.ofWord(word))
                .isEqualTo(new CyberSourceCodes.Reason(category, word, true)));
    }

    /** Whether the browser, a search or the REST interface tells it, the customer reads the same. */
    @ParameterizedTest
    @CsvSource({
        "202, EXPIRED_CARD",
        "203, GENERAL_DECLINE",
        "204, INSUFFICIENT_FUND",
        "205, STOLEN_LOST_CARD",
        "207, ISSUER_UNAVAILABLE",
        "210, EXCEEDS_CREDIT_LIMIT",
        "211, INVALID_CVN",
        "230, CV_FAILED",
        "231, INVALID_ACCOUNT",
        "232, CARD_TYPE_NOT_ACCEPTED",
        "233, PROCESSOR_DECLINED",
        "235, EXCEEDS_AUTH_AMOUNT",
        "240, INVALID_CARD_TYPE"
    })
    void a_number_and_the_word_of_the_same_meaning_have_one_category(String number, String word) {
        assertThat(CyberSourceCodes.ofNumber(number).category())
                .isEqualTo(CyberSourceCodes.ofWord(word).category());
    }

    @Test
    void what_no_table_lists_keeps_its_word() {
        assertThat(CyberSourceCodes.ofNumber("999"))
                .isEqualTo(new CyberSourceCodes.Reason(FailureCategory.GATEWAY_ERROR, "999", false));
        assertThat(CyberSourceCodes.ofWord("NEW\nLINE"))
                .isEqualTo(new CyberSourceCodes.Reason(FailureCategory.GATEWAY_ERROR, "NEW?LINE", false));
    }
}
