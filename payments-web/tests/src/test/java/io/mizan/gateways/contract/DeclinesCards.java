package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import org.junit.jupiter.api.Test;

/** What the customer pays with can be declined. */
public interface DeclinesCards extends Contract {
    @Test
    default void a_declined_card_pays_nothing() {
        var payment = payment().opened().then(provider()::paysWithACardThatIsDeclined);

        var ends = traits().declines() == Traits.Declines.END_THE_ATTEMPT;
        assertThat(outcome(payment))
                .returns(ends ? PaymentState.FAILED : PaymentState.PENDING, Told.Outcome::state)
                .returns(!ends, Told.Outcome::open);
        var told = told(payment.callbacks()).and(told(payment.answers()));
        assertThat(told.standing(price()).lastDecline()).isPresent();
        if (traits().declines() == Traits.Declines.LEAVE_THE_PAGE_OPEN) {
            assertThat(told(payment.callbacks()).standing(price()).lastDecline())
                    .isEqualTo(told(payment.answers()).standing(price()).lastDecline());
        }
    }
}
