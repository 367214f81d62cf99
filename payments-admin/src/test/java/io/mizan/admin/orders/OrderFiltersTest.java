package io.mizan.admin.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.render.Language;
import io.mizan.admin.render.Words;
import io.mizan.order.OrderStatus;
import io.mizan.search.OrderListQuery.Only;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An empty list of some orders does not say that there are none at all. */
class OrderFiltersTest {
    @Test
    void a_list_of_some_orders_knows_that_it_is_not_of_all() {
        assertThat(list(new OrderFilters(Optional.empty(), Only.ANY)).filtered())
                .isFalse();
        assertThat(list(new OrderFilters(Optional.empty(), Only.OVERDUE)).filtered())
                .isTrue();
        assertThat(list(new OrderFilters(Optional.of(OrderStatus.PAID), Only.ANY))
                        .filtered())
                .isTrue();
    }

    @Test
    void the_address_of_a_list_says_which_orders_it_shows() {
        assertThat(new OrderFilters(Optional.empty(), Only.OVERDUE).query()).isEqualTo("?overdue=true");
        assertThat(new OrderFilters(Optional.empty(), Only.SURPRISING).query()).isEqualTo("?attention=true");
        assertThat(new OrderFilters(Optional.empty(), Only.ANY).query()).isEmpty();
    }

    private static OrderListView list(OrderFilters filters) {
        var words = new Words(Language.ENGLISH, Instant.parse("2026-11-21T12:00:00Z"));
        return new OrderListView(false, "", filters.choices(words), List.of(), Optional.empty(), true);
    }
}
