package io.mizan.order;

import io.mizan.id.OrderId;
import java.util.Optional;

/**
 * Which orders to list.
 *
 * @param after the last order of the page before; newest orders come first
 * @param limit at most this many, 1 to 101: a page, and one more to see whether another follows
 */
public record OrderQuery(Optional<OrderStatus> status, Optional<String> reference, Optional<OrderId> after, int limit) {
    public OrderQuery {
        if (limit < 1 || limit > 101) {
            throw new IllegalArgumentException("1 to 101 orders are read at once");
        }
    }
}
