package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Refunding;
import io.mizan.money.Money;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was paid can be given back. Done or under way, it counts as given back: some providers never say that it is done. */
public interface GivesMoneyBack extends Contract {
    @Test
    default void what_was_paid_is_given_back() {
        var payment = payment().opened().then(provider()::paysWithACardThatWorks);
        payment.thenSent(refund(payment, price(), "whole"));

        assertThat(told(payment.answers()).givenBack(price())).isEqualTo(price());
        assertThat(told(payment.answers()).against(price())).returns(price(), Told.Outcome::captured);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void a_refund_without_an_answer_is_made_good_or_left_to_a_person_and_gives_back_once(boolean afterActing) {
        var payment = payment().opened().then(provider()::paysWithACardThatWorks);

        var recovered = losesTheAnswer(payment, refund(payment, price(), "lost"), afterActing);

        assertThat(told(payment.answers()).givenBack(price()))
                .isEqualTo(recovered == Payment.Recovered.DONE ? price() : Money.zero(price().currency()));
    }

    default GatewayRequest refund(Payment payment, Money amount, String name) {
        // our references go into a provider's refund, whose limits on length the system's own keep to
        var reference = name + "-" + payment.attempt().toString().substring(4);
        return ((Refunding) payment.gateway())
                .refund(
                        payment.target(),
                        new Refunding.RefundIntent(reference, amount, payment.amount(), Optional.empty()),
                        reference);
    }
}
