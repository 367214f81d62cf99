package io.mizan.checkout;

import static io.mizan.explanation.DossierBuilder.anOrder;
import static io.mizan.explanation.DossierBuilder.qar;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.explanation.DossierBuilder;
import io.mizan.fact.FactKind.Refund;
import org.junit.jupiter.api.Test;

class RefundedTest {
    @Test
    void as_long_as_nothing_was_given_back_the_customer_is_thanked() {
        assertThat(of(paid())).isEqualTo(Refunded.NOTHING);
        assertThat(of(refunded(25_000, Refund.FAILED))).isEqualTo(Refunded.NOTHING);

        assertThat(Refunded.NOTHING.message("Thank you.", "en")).isEqualTo("Thank you.");
    }

    @Test
    void who_has_all_of_the_money_back_is_told_so_and_not_thanked() {
        assertThat(of(refunded(25_000, Refund.SUCCEEDED))).isEqualTo(Refunded.ALL);

        assertThat(Refunded.ALL.message("Thank you.", "en")).startsWith("The whole amount was given back to you.");
        assertThat(Refunded.ALL.message("Thank you.", "ar")).startsWith("أُعيد إليك المبلغ كاملًا.");
    }

    @Test
    void what_is_on_its_way_back_is_not_told_as_having_arrived() {
        assertThat(of(refunded(25_000, Refund.PENDING))).isEqualTo(Refunded.ALL_ON_ITS_WAY);

        assertThat(Refunded.ALL_ON_ITS_WAY.message("Thank you.", "en"))
                .startsWith("The whole amount is being given back to you.");
    }

    @Test
    void of_a_part_it_is_told_that_it_is_one() {
        assertThat(of(refunded(100, Refund.SUCCEEDED))).isEqualTo(Refunded.PART);
        assertThat(of(refunded(24_999, Refund.PENDING))).isEqualTo(Refunded.PART);

        assertThat(Refunded.PART.message("Thank you.", "en")).startsWith("Thank you. A part of the payment was given");
    }

    private static DossierBuilder paid() {
        return anOrder().attempt(first -> first.pageShown().captured(qar(25_000)));
    }

    private static DossierBuilder refunded(long minor, Refund how) {
        return anOrder()
                .attempt(first -> first.pageShown().captured(qar(25_000)).refunded("re_1", qar(minor), how));
    }

    private static Refunded of(DossierBuilder order) {
        var dossier = order.build();
        return Refunded.of(dossier.order().captured(), dossier.attempts(), dossier.facts());
    }
}
