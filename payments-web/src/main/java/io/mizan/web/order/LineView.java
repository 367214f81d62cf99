package io.mizan.web.order;

import io.mizan.money.Money;
import io.mizan.order.OrderSnapshot;
import java.util.List;
import java.util.Optional;

/** One line of an order's amount. */
record LineView(
        String kind,
        Optional<String> sku,
        String description,
        Money unitAmount,
        int quantity,
        Money amount,
        String computed) {
    static List<LineView> of(OrderSnapshot order) {
        return order.breakdown().stream()
                .map(line -> new LineView(
                        line.kind(),
                        line.sku(),
                        line.description(),
                        line.unit(),
                        line.quantity(),
                        line.amount(),
                        line.computed()))
                .toList();
    }
}
