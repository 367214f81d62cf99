package io.mizan.search;

import io.mizan.id.OrderId;
import io.mizan.order.OrderStatus;
import java.util.Optional;

/**
 * Which orders to list.
 *
 * @param after the last order of the page before; newest orders come first
 * @param limit at most this many, 1 to 100
 */
public record OrderListQuery(Optional<OrderStatus> status, Only only, Optional<OrderId> after, int limit) {
    /** What the orders have in common. */
    public enum Only {
        /** Nothing: all orders. */
        ANY,
        /** A case that stands and that nobody has settled, or something asked of a gateway whose outcome nobody knows. */
        SURPRISING,
        /** A gateway should have been asked, a request sent, or the order closed, and for minutes that was not done or failed. */
        OVERDUE
    }

    public OrderListQuery {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("a page holds 1 to 100 orders");
        }
    }
}
