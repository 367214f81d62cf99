package io.mizan.gateways.qpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.failure.FailureCategory;
import io.mizan.gateways.qpay.QPayCodes.Meaning;
import io.mizan.gateways.qpay.QPayCodes.Status;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QPayCodesTest {
    @ParameterizedTest(name = "{0} of a payment is {1}, {2}")
    @CsvSource({
        "0000, DONE,",
        "2996, CANCELED,  CANCELED_BY_CUSTOMER",
        "3000, REFUSED,   ISSUER_DECLINED",
        "4100, REFUSED,   FRAUD_SUSPECTED",
        "1220, UNDECIDED, GATEWAY_ERROR",
        "8106, UNDECIDED, VALIDATION",
        "5019, REFUSED,   VALIDATION",
        "8108, REFUSED,   VALIDATION",
        "8200, REFUSED,   AUTHENTICATION",
        "8201, REFUSED,   AUTHENTICATION",
        "8300, UNDECIDED, GATEWAY_ERROR",
        "9001, UNDECIDED, GATEWAY_ERROR",
        "EZConnect-0001, REFUSED, VALIDATION",
        "EZConnect-0005, REFUSED, AUTHENTICATION",
        "EZConnect-0006, REFUSED, AUTHENTICATION",
        "EZConnect-0007, REFUSED, AUTHENTICATION",
        "EZConnect-0008, REFUSED, AUTHENTICATION",
        "EZConnect-0009, REFUSED, AUTHENTICATION",
        "EZConnect-0010, REFUSED, AUTHENTICATION",
        "EZConnect-0019, REFUSED, VALIDATION"
    })
    void a_listed_status_of_a_payment_has_a_meaning(String code, Meaning meaning, FailureCategory category) {
        assertThat(QPayCodes.STANDARD.ofPayment(code))
                .isEqualTo(new QPayCodes.Status(code, meaning, Optional.ofNullable(category), false));
    }

    @ParameterizedTest(name = "{0} of a refund is {1}, {2}")
    @CsvSource({
        "0000, DONE,",
        "5002, UNDER_WAY,",
        "5003, REFUSED,   ISSUER_DECLINED",
        "5004, REFUSED,   VALIDATION",
        "5006, REFUSED,   VALIDATION",
        "5007, UNDECIDED, GATEWAY_ERROR",
        "5008, REFUSED,   VALIDATION",
        "5011, REFUSED,   VALIDATION",
        "5012, REFUSED,   VALIDATION",
        "5013, REFUSED,   GATEWAY_ERROR",
        "5015, UNDECIDED, DUPLICATE",
        "5018, REFUSED,   VALIDATION",
        "8107, REFUSED,   VALIDATION",
        "EZConnect-0009, REFUSED, AUTHENTICATION",
        "EZConnect-0013, REFUSED, VALIDATION"
    })
    void a_listed_status_of_a_refund_has_a_meaning(String code, Meaning meaning, FailureCategory category) {
        assertThat(QPayCodes.ofRefund(code))
                .isEqualTo(new QPayCodes.Status(code, meaning, Optional.ofNullable(category), false));
    }

    @ParameterizedTest(name = "an unlisted {0} of a payment is {1}, {2}")
    @CsvSource({
        "2001, REFUSED, ISSUER_DECLINED",
        "3999, REFUSED, ISSUER_DECLINED",
        "EZConnect-0011, REFUSED, VALIDATION",
        "7777, UNDECIDED, GATEWAY_ERROR",
        "'', UNDECIDED, GATEWAY_ERROR"
    })
    void an_unlisted_status_of_a_payment_is_a_refusal_only_in_the_families_of_refusals(
            String code, Meaning meaning, FailureCategory category) {
        assertThat(QPayCodes.STANDARD.ofPayment(code))
                .isEqualTo(new QPayCodes.Status(code, meaning, Optional.of(category), true));
    }

    @ParameterizedTest
    @CsvSource({"2001", "3000", "7777", "''"})
    void an_unlisted_status_of_a_refund_decides_nothing(String code) {
        assertThat(QPayCodes.ofRefund(code))
                .isEqualTo(new QPayCodes.Status(
                        code, Meaning.UNDECIDED, Optional.of(FailureCategory.GATEWAY_ERROR), true));
    }

    @Test
    void what_the_guide_does_not_name_means_what_is_set() {
        var codes = new QPayCodes(Set.of("1221"), Set.of("77x7"));

        assertThat(codes.ofPayment("1221"))
                .returns(Meaning.UNDECIDED, Status::meaning)
                .returns(false, Status::unlisted);
        assertThat(codes.ofPayment("1220"))
                .returns(Meaning.UNDECIDED, Status::meaning)
                .returns(true, Status::unlisted);
        assertThat(codes.ofPayment("7707"))
                .returns(Meaning.REFUSED, Status::meaning)
                .returns(true, Status::unlisted);
        assertThat(codes.ofPayment("2001")).returns(Meaning.UNDECIDED, Status::meaning);
    }

    @ParameterizedTest
    @CsvSource({"122, 2xxx", "0000, 2xxx", "3000, 2xxx", "1220, xxxx", "1220, 2xx", "1220, 2XXX"})
    void what_the_guide_names_keeps_its_meaning(String pending, String refusing) {
        assertThatIllegalArgumentException().isThrownBy(() -> new QPayCodes(Set.of(pending), Set.of(refusing)));
    }
}
