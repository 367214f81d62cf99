package io.mizan.search;

import io.mizan.id.OrderId;
import io.mizan.order.OrderStatus;
import java.util.Optional;

/**
 * Which orders to list.
 *
 * @param surprisingOnly only orders with a case that stands and that nobody has settled, or with something asked of a
 *     gateway whose outcome nobody knows
 * @param after the last order of the page before; newest orders come first
 * @param limit at most this many, 1 to 100
 */
public record OrderListQuery(Optional<OrderStatus> status, boolean surprisingOnly, Optional<OrderId> after, int limit) {
    public OrderListQuery {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("a page holds 1 to 100 orders");
        }
    }
}
