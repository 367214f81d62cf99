package io.mizan.admin.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.money.Money;
import io.mizan.order.OrderStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is seen first of an order says how it stands. */
class BadgesTest {
    private static final Badges BADGES = new Badges(new Words(Language.ENGLISH, Instant.parse("2026-11-21T12:00:00Z")));
    private static final Money PRICE = Money.ofMinor(5_000, "USD");

    @Test
    void an_order_that_was_paid_too_much_is_not_called_partly_paid() {
        assertThat(paid(10_000)).isEqualTo(new Badge("Paid too much", Tone.BAD));
        assertThat(paid(3_000)).isEqualTo(new Badge("Partly paid", Tone.BAD));
    }

    private static Badge paid(long minor) {
        return BADGES.of(OrderStatus.PARTIALLY_PAID, PRICE, Money.ofMinor(minor, "USD"));
    }
}
