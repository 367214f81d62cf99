package io.mizan.gateways.square;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquareDeclinesTest {
    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST_ERROR, MISSING_REQUIRED_PARAMETER, VALIDATION",
        "INVALID_REQUEST_ERROR, INVALID_VALUE, VALIDATION",
        "INVALID_REQUEST_ERROR, CONFLICT, VALIDATION",
        "INVALID_REQUEST_ERROR, VERSION_MISMATCH, VALIDATION",
        "INVALID_REQUEST_ERROR, CURRENCY_MISMATCH, VALIDATION",
        "INVALID_REQUEST_ERROR, UNSUPPORTED_CURRENCY, VALIDATION",
        "INVALID_REQUEST_ERROR, REFUND_AMOUNT_INVALID, VALIDATION",
        "INVALID_REQUEST_ERROR, PAYMENT_NOT_REFUNDABLE, VALIDATION",
        "INVALID_REQUEST_ERROR, A_CODE_OF_NEXT_YEAR, VALIDATION",
        "INVALID_REQUEST_ERROR, IDEMPOTENCY_KEY_REUSED, DUPLICATE",
        "AUTHENTICATION_ERROR, UNAUTHORIZED, AUTHENTICATION",
        "AUTHENTICATION_ERROR, ACCESS_TOKEN_EXPIRED, AUTHENTICATION",
        "AUTHENTICATION_ERROR, A_CODE_OF_NEXT_YEAR, AUTHENTICATION",
        "REFUND_ERROR, REFUND_DECLINED, ISSUER_DECLINED_FINAL",
        "REFUND_ERROR, INSUFFICIENT_PERMISSIONS_FOR_REFUND, AUTHENTICATION",
        "PAYMENT_METHOD_ERROR, INVALID_ACCOUNT, ISSUER_DECLINED_FINAL",
        "PAYMENT_METHOD_ERROR, PAN_FAILURE, ISSUER_DECLINED_FINAL",
        "PAYMENT_METHOD_ERROR, CARD_NOT_SUPPORTED, ISSUER_DECLINED_FINAL",
        "PAYMENT_METHOD_ERROR, GENERIC_DECLINE, ISSUER_DECLINED",
        "PAYMENT_METHOD_ERROR, CARD_DECLINED_CALL_ISSUER, ISSUER_DECLINED",
        "PAYMENT_METHOD_ERROR, ADDRESS_VERIFICATION_FAILURE, ISSUER_DECLINED",
        "PAYMENT_METHOD_ERROR, A_CODE_OF_NEXT_YEAR, ISSUER_DECLINED",
        "PAYMENT_METHOD_ERROR, INSUFFICIENT_FUNDS, INSUFFICIENT_FUNDS",
        "PAYMENT_METHOD_ERROR, CARD_EXPIRED, EXPIRED_CARD",
        "PAYMENT_METHOD_ERROR, EXPIRATION_FAILURE, EXPIRED_CARD",
        "PAYMENT_METHOD_ERROR, CVV_FAILURE, INCORRECT_CVC",
        "PAYMENT_METHOD_ERROR, CARD_DECLINED_VERIFICATION_REQUIRED, REQUIRES_ACTION"
    })
    void a_refusal_is_told_by_its_code_whatever_the_status(String category, String code, FailureCategory ours) {
        for (int status : List.of(400, 402, 403, 404, 409)) {
            assertThat(SquareOutcomes.of(refusal(status, category, code)))
                    .isEqualTo(new GatewayResult.Declined(ours, code));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "API_ERROR, INTERNAL_SERVER_ERROR",
        "API_ERROR, GATEWAY_TIMEOUT",
        "INVALID_REQUEST_ERROR, REQUEST_TIMEOUT",
        "PAYMENT_METHOD_ERROR, TEMPORARY_ERROR"
    })
    void what_is_in_doubt_is_never_a_no(String category, String code) {
        assertThat(SquareOutcomes.of(refusal(400, category, code))).isEqualTo(new GatewayResult.Unknown(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"errors\":[]}", "{\"errors\":[{\"category\":\"X\"}]}", "[1]"})
    void an_answer_that_is_not_squares_is_never_a_no(String body) {
        assertThat(SquareOutcomes.of(new HttpReply.Answered(400, Map.of(), body.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(GatewayResult.Unknown.class);
    }

    @Test
    void turned_away_at_the_door_is_tried_again() {
        var wait = Map.of("Retry-After", List.of("5"));
        var body = "{\"errors\":[{\"category\":\"RATE_LIMIT_ERROR\",\"code\":\"RATE_LIMITED\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        var expected = new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofSeconds(5)));

        assertThat(SquareOutcomes.of(new HttpReply.Answered(429, wait, body))).isEqualTo(expected);
        assertThat(SquareOutcomes.of(new HttpReply.Answered(400, wait, body))).isEqualTo(expected);
    }

    private static HttpReply refusal(int status, String category, String code) {
        var body = "{\"errors\":[{\"category\":\"" + category + "\",\"code\":\"" + code + "\",\"detail\":\"…\"}]}";
        return new HttpReply.Answered(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
