package io.mizan.gateways.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {
    private static final GatewayName ANY = new GatewayName("any");

    @Test
    void where_nothing_was_sent_the_same_may_be_sent_again() {
        assertThat(Outcomes.of(ANY, new HttpReply.NotReached("ConnectException")))
                .contains(new GatewayResult.Retryable(FailureCategory.NETWORK, Optional.empty()));
    }

    @Test
    void no_answer_leaves_it_unknown() {
        assertThat(Outcomes.of(ANY, new HttpReply.Unanswered("no answer in time")))
                .contains(new GatewayResult.Unknown("no answer in time"));
    }

    @Test
    void turned_away_at_the_door_is_tried_again_after_the_wait_asked_for() {
        assertThat(Outcomes.of(ANY, new HttpReply.Answered(429, Map.of("retry-after", List.of("3")), new byte[0])))
                .contains(
                        new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofSeconds(3))));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 301, 302, 307, 500, 502, 503, 504})
    void an_answer_that_is_not_the_providers_leaves_it_unknown(int status) {
        assertThat(Outcomes.of(ANY, answer(status))).contains(new GatewayResult.Unknown("http " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 400, 401, 402, 404, 409, 422})
    void the_others_mean_what_their_body_says(int status) {
        assertThat(Outcomes.of(ANY, answer(status))).isEmpty();
    }

    private static HttpReply answer(int status) {
        return new HttpReply.Answered(status, Map.of(), new byte[0]);
    }
}
