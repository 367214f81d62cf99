package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.money.Money;
import org.junit.jupiter.api.Test;

/** A part of what was paid can be given back. */
public interface GivesPartsBack extends GivesMoneyBack {
    @Test
    default void a_part_is_given_back_and_then_the_rest() {
        var part = new Money(price().amountMinor() / 5, price().currency());
        var payment = payment().opened().then(provider()::paysWithACardThatWorks);
        payment.thenSent(refund(payment, part, "part"));
        assertThat(told(payment.answers()).givenBack(price())).isEqualTo(part);

        payment.thenSent(refund(payment, price().minus(part), "rest"));
        assertThat(told(payment.answers()).givenBack(price())).isEqualTo(price());
    }
}
