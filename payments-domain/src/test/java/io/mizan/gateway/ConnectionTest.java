package io.mizan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.FailureCategory;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    @Test
    void whoever_answers_that_there_is_no_such_payment_knows_us() {
        assertThat(Connection.of(new GatewayResult.NotFound())).isEqualTo(Connection.ACCEPTED);
    }

    @Test
    void a_no_to_us_is_told_from_a_no_to_the_question() {
        assertThat(Connection.of(new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "401")))
                .isEqualTo(Connection.REFUSED);
        assertThat(Connection.of(new GatewayResult.Declined(FailureCategory.VALIDATION, "400")))
                .isEqualTo(Connection.CANNOT_TELL);
    }

    @Test
    void being_asked_too_often_is_an_answer_and_silence_is_none() {
        assertThat(Connection.of(new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.empty())))
                .isEqualTo(Connection.CANNOT_TELL);
        assertThat(Connection.of(new GatewayResult.Retryable(FailureCategory.NETWORK, Optional.empty())))
                .isEqualTo(Connection.NOT_REACHED);
        assertThat(Connection.of(new GatewayResult.Unknown("timed out"))).isEqualTo(Connection.NOT_REACHED);
        assertThat(Connection.of(GatewayResult.Unknown.ofAnswer("unreadable"))).isEqualTo(Connection.CANNOT_TELL);
    }
}
