package io.mizan.order;

import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An order as it stood when it was read.
 *
 * @param referenceScope {@code merchant}, or the publishable key that placed it
 * @param amount the sum of the breakdown
 * @param captured over all attempts, in the order's currency
 * @param openAttempt the one through which a gateway could still take money
 * @param person whose personal data it is kept apart under
 * @param customerErasedAt since when nothing personal is kept about the customer
 * @param locale {@code en} or {@code ar}
 */
public record OrderSnapshot(
        OrderId id,
        String referenceScope,
        String reference,
        UUID apiKeyId,
        Money amount,
        List<Line> breakdown,
        OrderStatus status,
        Money captured,
        Fulfilment fulfilment,
        Optional<AttemptId> openAttempt,
        Optional<UUID> person,
        Optional<Instant> customerErasedAt,
        String locale,
        URI returnUrl,
        Map<String, String> metadata,
        Instant createdAt,
        Instant expiresAt) {
    public OrderSnapshot {
        breakdown = List.copyOf(breakdown);
    }

    /**
     * One line of the amount.
     *
     * @param kind {@code item}
     * @param amount unit times quantity
     * @param computed where the unit price came from: {@code catalogue} or {@code merchant}
     */
    public record Line(
            int number,
            String kind,
            Optional<String> sku,
            String description,
            Money unit,
            int quantity,
            Money amount,
            String computed) {}
}
