package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import org.junit.jupiter.api.Test;

/** An issuer can ask the customer to authenticate, and the provider tells us that it is waited for. */
public interface ChallengesCustomers extends TakesAnotherCard {
    @Test
    default void a_challenge_waits_for_the_customer() {
        var payment = payment().opened().then(provider()::paysWithACardThatIsChallenged);

        assertThat(outcome(payment))
                .returns(PaymentState.REQUIRES_ACTION, Told.Outcome::state)
                .returns(true, Told.Outcome::open);
    }

    @Test
    default void a_challenge_passed_pays() {
        var payment = payment()
                .opened()
                .then(provider()::paysWithACardThatIsChallenged)
                .then(page -> provider().authenticates(page, true));

        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }

    @Test
    default void a_challenge_failed_is_a_declined_try() {
        var payment = payment()
                .opened()
                .then(provider()::paysWithACardThatIsChallenged)
                .then(page -> provider().authenticates(page, false));

        assertThat(outcome(payment))
                .returns(PaymentState.PENDING, Told.Outcome::state)
                .returns(true, Told.Outcome::open);
        assertThat(told(payment.callbacks()).standing(price()).lastDecline()).isPresent();
    }

    @Test
    default void a_challenge_after_a_decline_waits_for_the_customer() {
        var payment = payment()
                .opened()
                .then(provider()::paysWithACardThatIsDeclined)
                .then(provider()::paysWithACardThatIsChallenged);

        assertThat(told(payment.callbacks()).standing(price()).lastDecline()).isPresent();
        assertThat(told(payment.answers()).against(price())).returns(true, Told.Outcome::open);
    }
}
