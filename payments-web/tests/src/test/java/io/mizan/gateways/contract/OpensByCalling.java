package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.Verdict;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Operation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening a checkout is a call, which can be lost. */
public interface OpensByCalling extends Contract {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void an_opening_without_an_answer_is_made_good_and_opens_one_page(boolean afterActing) {
        var payment = payment();

        assertThat(losesTheAnswer(payment, payment.opening(), afterActing)).isEqualTo(Payment.Recovered.DONE);

        payment.then(provider()::paysWithACardThatWorks);
        assertThat(payment.answers().get(0).redirect()).isPresent();
        assertThat(provider().pages(payment)).isEqualTo(1);
        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }

    @Test
    default void a_failure_of_the_provider_is_unknown() {
        var payment = payment();
        provider().fails(payment, Operation.OPEN_CHECKOUT);

        assertThat(payment.gateway().send(payment.opening())).isInstanceOf(GatewayResult.Unknown.class);

        payment.openedByResending();
        assertThat(provider().pages(payment)).isEqualTo(1);
    }

    @Test
    default void a_provider_in_a_rush_says_when_to_come_back() {
        var payment = payment();
        provider().turnsAway(payment, Operation.OPEN_CHECKOUT, Duration.ofSeconds(7));

        assertThat(payment.gateway().send(payment.opening()))
                .isEqualTo(
                        new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofSeconds(7))));
        assertThat(provider().pages(payment)).isZero();
    }
}
