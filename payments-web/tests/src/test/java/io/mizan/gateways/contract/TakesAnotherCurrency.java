package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The provider names a currency with what it took, so that it could be another than was asked for. */
public interface TakesAnotherCurrency extends Contract {
    String anotherCurrency();

    @Test
    default void another_currency_counts_for_nothing() {
        var payment = payment();
        provider().takesAnotherCurrency(payment, anotherCurrency());
        payment.opened().then(provider()::paysWithACardThatWorks);

        // That a page was opened which is a form of ours, only our own answer tells.
        assertThat(List.of(told(payment.callbacks()), told(payment.answers())))
                .extracting(told -> told.against(price()))
                .allSatisfy(outcome -> assertThat(outcome)
                        .returns(Verdict.NOTHING, Told.Outcome::verdict)
                        .returns(false, Told.Outcome::open)
                        .satisfies(it -> assertThat(it.quarantined()).containsOnlyKeys(anotherCurrency())));
    }
}
