package io.mizan.order;

import io.mizan.id.OrderId;
import java.util.Optional;

/**
 * Which orders to list.
 *
 * @param after the last order of the page before; newest orders come first
 * @param limit at most this many, 1 to 100
 */
public record OrderQuery(Optional<OrderStatus> status, Optional<String> reference, Optional<OrderId> after, int limit) {
    public OrderQuery {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("a page holds 1 to 100 orders");
        }
    }
}
