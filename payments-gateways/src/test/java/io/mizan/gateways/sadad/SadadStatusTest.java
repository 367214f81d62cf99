package io.mizan.gateways.sadad;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.FailureCategory;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SadadStatusTest {
    @ParameterizedTest
    @CsvSource({
        "1, Inprogress, UNDER_WAY,",
        "2, Failed,     FAILED,   ISSUER_DECLINED",
        "3, Success,    PAID,",
        "4, Refund,     REFUNDED,",
        "5, Pending,    UNDER_WAY,",
        "6, Onhold,     ON_HOLD,",
        "7, Rejected,   REJECTED, ISSUER_DECLINED_FINAL",
        "8, Moonlit,    UNLISTED,"
    })
    void a_status_is_known_by_its_number_and_else_by_its_name(
            String number, String name, SadadStatus status, FailureCategory refusal) {
        assertThat(SadadStatus.of(number)).isEqualTo(status);
        assertThat(SadadStatus.of(Optional.empty(), Optional.of(name))).isEqualTo(status);
        assertThat(status.refusal()).isEqualTo(Optional.ofNullable(refusal));
    }
}
