package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.Verdict;
import org.junit.jupiter.api.Test;

/** After a decline the page takes another card. */
public interface TakesAnotherCard extends DeclinesCards {
    @Test
    default void another_card_pays_after_a_decline() {
        var payment = payment()
                .opened()
                .then(provider()::paysWithACardThatIsDeclined)
                .then(provider()::paysWithACardThatWorks);

        assertThat(outcome(payment)).returns(Verdict.PAID, Told.Outcome::verdict);
    }
}
