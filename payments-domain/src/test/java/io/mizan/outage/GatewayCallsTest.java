package io.mizan.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayCallsTest {
    @Test
    void whoever_does_not_answer_may_be_away() {
        assertThat(GatewayCalls.isOutage(new GatewayResult.Unknown("timed out")))
                .isTrue();
        assertThat(GatewayCalls.isOutage(new GatewayResult.Retryable(FailureCategory.NETWORK, Optional.empty())))
                .isTrue();
    }

    /** One order in a currency without a rate takes the gateway away from nobody. */
    @Test
    void whoever_answers_is_there_though_this_request_has_to_wait() {
        assertThat(GatewayCalls.isOutage(GatewayResult.Retryable.ofAnswer(FailureCategory.GATEWAY_ERROR)))
                .isFalse();
        assertThat(GatewayCalls.isOutage(new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.empty())))
                .isFalse();
        assertThat(GatewayCalls.isOutage(GatewayResult.Unknown.ofAnswer("unreadable answer")))
                .isFalse();
    }
}
