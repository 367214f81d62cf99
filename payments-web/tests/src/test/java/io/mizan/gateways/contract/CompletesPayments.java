package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.Verdict;
import io.mizan.gateway.Completing;
import io.mizan.gateway.GatewayRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The customer approves, and the money moves when we say so. */
public interface CompletesPayments extends Contract {
    @Test
    default void what_is_not_completed_takes_no_money() {
        assertThat(outcome(approved())).returns(Verdict.NOTHING, Told.Outcome::verdict);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void a_completion_without_an_answer_is_made_good_and_takes_the_money_once(boolean afterActing) {
        var payment = approved();

        assertThat(losesTheAnswer(payment, complete(payment), afterActing)).isEqualTo(Payment.Recovered.DONE);
        assertThat(outcome(payment)).returns(price(), Told.Outcome::captured);
    }

    private Payment approved() {
        var payment = payment().opened();
        provider().paysWithACardThatWorks(payment.page());
        return payment;
    }

    private static GatewayRequest complete(Payment payment) {
        return ((Completing) payment.gateway()).complete(payment.target(), "complete-" + payment.attempt());
    }
}
