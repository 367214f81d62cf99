package io.mizan.order;

import java.time.Duration;

/**
 * How orders are placed.
 *
 * @param payWithin how long an order can be paid; default 24 h, at least 10 min
 * @param mostLines how many lines an order may have; default 50, 1 to 100
 * @param addressLimit how many orders one address may place within {@code addressWindow}; default 30
 * @param addressWindow default 15 min
 */
public record OrderSettings(Duration payWithin, int mostLines, int addressLimit, Duration addressWindow) {
    public static final OrderSettings DEFAULT = new OrderSettings(Duration.ofHours(24), 50, 30, Duration.ofMinutes(15));

    public OrderSettings {
        if (payWithin.compareTo(Duration.ofMinutes(10)) < 0 || mostLines < 1 || mostLines > 100 || addressLimit < 1) {
            throw new IllegalArgumentException("orders live at least 10 minutes and have 1 to 100 lines");
        }
    }
}
