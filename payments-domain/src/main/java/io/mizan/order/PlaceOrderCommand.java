package io.mizan.order;

import io.mizan.customer.CustomerDetails;
import io.mizan.money.Money;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An order to be placed.
 *
 * @param orderId the id that it will have: a repeat of the same request comes with the same
 * @param referenceScope whose references it is unique among: {@code merchant}, or one publishable key
 * @param clientAddress for limits; kept as a keyed hash only
 * @param largestAmount what the calling key may at most place
 */
public record PlaceOrderCommand(
        UUID orderId,
        String referenceScope,
        String reference,
        UUID apiKeyId,
        List<OrderItem> items,
        Currency currency,
        CustomerDetails customer,
        String locale,
        URI returnUrl,
        Map<String, String> metadata,
        Optional<String> clientAddress,
        Optional<Money> largestAmount) {
    public PlaceOrderCommand {
        items = List.copyOf(items);
    }
}
