package io.mizan.web.order;

import io.mizan.id.OrderId;
import io.mizan.money.Money;
import io.mizan.order.OrderSnapshot;
import java.time.Instant;
import java.util.List;

/** An order as the customer's browser sees it: nothing personal, nothing of the merchant's. */
record BrowserOrderView(
        OrderId id,
        String reference,
        String status,
        Money amount,
        List<LineView> breakdown,
        Instant createdAt,
        Instant expiresAt,
        String clientSecret) {
    static BrowserOrderView of(OrderSnapshot order, String clientSecret) {
        return new BrowserOrderView(
                order.id(),
                order.reference(),
                order.status().code(),
                order.amount(),
                LineView.of(order),
                order.createdAt(),
                order.expiresAt(),
                clientSecret);
    }
}
