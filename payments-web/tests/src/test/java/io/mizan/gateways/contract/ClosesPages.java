package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.Verdict;
import io.mizan.gateway.Closing;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import org.junit.jupiter.api.Test;

/** A page can be made to take no more money. */
public interface ClosesPages extends Contract {
    @Test
    default void a_closed_page_is_closed_however_often_it_is_asked_to() {
        var payment = payment().opened();
        payment.thenSent(close(payment, "close-1-")).thenSent(close(payment, "close-2-"));

        assertThat(outcome(payment)).returns(false, Told.Outcome::open).returns(true, Told.Outcome::closed);
    }

    @Test
    default void a_paid_page_cannot_be_closed() {
        var payment = payment().opened().then(provider()::paysWithACardThatWorks);

        assertThat(payment.gateway().send(close(payment, "close-"))).isInstanceOf(GatewayResult.Declined.class);
        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }

    private static GatewayRequest close(Payment payment, String key) {
        return ((Closing) payment.gateway()).close(payment.target(), key + payment.attempt());
    }
}
