package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.Verdict;
import org.junit.jupiter.api.Test;

/** The provider knows several currencies, so that it could take money in another than asked for. */
public interface TakesAnotherCurrency extends Contract {
    String anotherCurrency();

    @Test
    default void another_currency_counts_for_nothing() {
        var payment = payment();
        provider().takesAnotherCurrency(payment, anotherCurrency());
        payment.opened().then(provider()::paysWithACardThatWorks);

        assertThat(outcome(payment))
                .returns(Verdict.NOTHING, Told.Outcome::verdict)
                .satisfies(outcome -> assertThat(outcome.quarantined()).containsOnlyKeys(anotherCurrency()));
    }
}
