package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import org.junit.jupiter.api.Test;

/** The provider itself ends a page that nobody pays, and says so. */
public interface ExpiresByItself extends Contract {
    @Test
    default void nobody_pays_an_expired_page() {
        var payment = payment().opened().then(provider()::letsItExpire);

        assertThat(outcome(payment))
                .returns(PaymentState.EXPIRED, Told.Outcome::state)
                .returns(false, Told.Outcome::open)
                .returns(true, Told.Outcome::closed);
    }
}
