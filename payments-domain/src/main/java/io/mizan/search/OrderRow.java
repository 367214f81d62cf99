package io.mizan.search;

import io.mizan.id.OrderId;
import io.mizan.money.Money;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderStatus;
import java.time.Instant;

/**
 * An order in a list.
 *
 * @param surprising whether a case about it stands and nobody has settled it
 */
public record OrderRow(
        OrderId id,
        String reference,
        Money amount,
        Money captured,
        OrderStatus status,
        Fulfilment fulfilment,
        Instant createdAt,
        boolean surprising) {}
