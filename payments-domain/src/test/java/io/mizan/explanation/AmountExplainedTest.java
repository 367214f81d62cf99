package io.mizan.explanation;

import static io.mizan.explanation.DossierBuilder.anOrder;
import static io.mizan.explanation.DossierBuilder.qar;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.money.Money;
import org.junit.jupiter.api.Test;

class AmountExplainedTest {
    private static final Money ALL = qar(25000);

    @Test
    void an_amount_is_folded_from_its_parts_and_shows_what_is_left_over() {
        var twice = Explanation.of(anOrder()
                        .attempt(a -> a.pageShown().captured(ALL))
                        .attempt(a -> a.pageShown().captured(ALL))
                        .build())
                .amount();

        assertThat(twice.received()).hasSize(2);
        assertThat(twice.captured()).isEqualTo(qar(50000));
        assertThat(twice.due()).isEqualTo(qar(-25000));
        assertThat(twice.addsUp()).isTrue();
    }

    @Test
    void money_in_another_currency_counts_for_nothing_and_is_shown() {
        var amount = Explanation.of(anOrder()
                        .attempt(a -> a.pageShown().captured(Money.ofMinor(25000, "USD")))
                        .build())
                .amount();

        assertThat(amount.received()).isEmpty();
        assertThat(amount.foreign()).singleElement().satisfies(received -> assertThat(received.amount())
                .isEqualTo(Money.ofMinor(25000, "USD")));
        assertThat(amount.due()).isEqualTo(ALL);
    }

    @Test
    void where_messages_disagree_the_least_is_counted_and_marked() {
        var amount = Explanation.of(anOrder()
                        .attempt(a -> a.pageShown().captured(ALL).captured(qar(24000)))
                        .build())
                .amount();

        assertThat(amount.received()).singleElement().satisfies(received -> {
            assertThat(received.amount()).isEqualTo(qar(24000));
            assertThat(received.disputed()).isTrue();
        });
        assertThat(amount.addsUp()).isTrue();
    }
}
