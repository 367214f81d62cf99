package io.mizan.checkout;

import static io.mizan.explanation.DossierBuilder.anOrder;
import static io.mizan.explanation.DossierBuilder.qar;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.explanation.AnyOrder;
import io.mizan.explanation.DossierBuilder;
import io.mizan.fact.FactKind.Closing;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CheckoutStatusTest {
    @Test
    void a_customer_who_has_paid_is_not_led_to_another_page_that_is_still_open() {
        var order = anOrder()
                .attempt(first -> first.pageShown().captured(qar(25_000)))
                .attempt(second -> second.pageShown());

        assertThat(told(order)).isEqualTo(1);
    }

    @Test
    void of_money_that_is_held_and_money_that_was_taken_the_latter_tells() {
        var order = anOrder()
                .attempt(first -> first.manual().pageShown().authorized())
                .attempt(second -> second.pageShown().captured(qar(25_000)));

        assertThat(told(order)).isEqualTo(2);
    }

    @Test
    void while_nothing_was_paid_the_latest_tells() {
        var order = anOrder().attempt(first -> first.pageShown()).attempt(second -> second.pageShown());

        assertThat(told(order)).isEqualTo(2);
    }

    @Test
    void coins_that_were_sent_to_a_page_that_has_ended_tell_though_another_page_is_open() {
        var order = anOrder()
                .attempt(first -> first.pageShown().closed(Closing.EXPIRED).sentUnconfirmed())
                .attempt(second -> second.pageShown());

        assertThat(told(order)).isEqualTo(1);
    }

    @Property(tries = 4000)
    void whatever_page_is_open_money_that_is_on_its_way_tells(@ForAll(supplier = AnyOrder.class) DossierBuilder order) {
        var attempts = order.build().attempts();

        var told = CheckoutStatus.telling(attempts, superseded -> false);

        if (attempts.stream().anyMatch(AttemptSnapshot::isUnderWay)) {
            assertThat(told.orElseThrow())
                    .matches(attempt -> attempt.isUnderWay()
                            || attempt.captured().isPositive()
                            || attempt.authorized().isPositive());
        }
    }

    @Test
    void before_the_first_attempt_nothing_tells() {
        assertThat(CheckoutStatus.telling(anOrder().build().attempts(), superseded -> false))
                .isEmpty();
    }

    private static int told(DossierBuilder order) {
        return CheckoutStatus.telling(order.build().attempts(), superseded -> false)
                .map(AttemptSnapshot::number)
                .orElseThrow();
    }
}
