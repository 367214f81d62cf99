package io.mizan.order;

import static java.util.stream.Collectors.joining;

import io.mizan.catalog.Catalog;
import io.mizan.catalog.Product;
import io.mizan.fact.Details;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import io.mizan.secrets.Vault;
import io.mizan.sql.LockConflicts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Places orders. The reference is the business key: however often one is asked for, it is placed once (invariant 3). */
@ApplicationScoped
public class PlaceOrder {
    private static final int DUPLICATE_KEY = 1062;
    private static final long LARGEST_AMOUNT_MINOR = 999_999_999_999L;

    private final OrderSecrets secrets;
    private final PlacingRecords records;
    private final Catalog catalog;
    private final Vault vault;
    private final Clock clock;
    private final OrderSettings settings;

    /** For the proxy of the container only. */
    protected PlaceOrder() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public PlaceOrder(
            OrderSecrets secrets,
            PlacingRecords records,
            Catalog catalog,
            Vault vault,
            Clock clock,
            OrderSettings settings) {
        this.secrets = secrets;
        this.records = records;
        this.catalog = catalog;
        this.vault = vault;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Places an order, or finds the one that this request or an equal one placed before.
     *
     * @throws MizanException {@code REFERENCE_REUSED} if the reference has another content; {@code UNKNOWN_SKU},
     *     {@code PRICE_MISSING}, {@code AMOUNT_OUT_OF_RANGE}, {@code RATE_LIMITED}
     */
    public PlacedOrder place(PlaceOrderCommand command) {
        var contentHash = contentHash(command);
        var id = new OrderId(command.orderId());
        var known = existing(command, contentHash);
        if (known.isPresent()) {
            return placed(known.get(), !known.get().id().equals(id));
        }
        var order = order(command);
        var addressHash = command.clientAddress().map(address -> vault.hash("client-address", address));
        var placing = new NewOrder(order, contentHash, OrderSecrets.hash(secrets.of(id)), addressHash);
        try {
            return placed(LockConflicts.retrying(() -> records.insert(placing, command)), false);
        } catch (PersistenceException failure) {
            if (!isDuplicate(failure)) {
                throw failure;
            }
            // Somebody placed the same reference between our look and our insert.
            return placed(existing(command, contentHash).orElseThrow(() -> failure), true);
        }
    }

    private PlacedOrder placed(OrderSnapshot order, boolean existing) {
        return new PlacedOrder(order, secrets.of(order.id()), existing);
    }

    private Optional<OrderSnapshot> existing(PlaceOrderCommand command, String contentHash) {
        return records.byReference(command.referenceScope(), command.reference(), contentHash);
    }

    private OrderSnapshot order(PlaceOrderCommand command) {
        var lines = lines(command);
        var amount = total(command, lines);
        var now = clock.instant();
        return new OrderSnapshot(
                new OrderId(command.orderId()),
                command.referenceScope(),
                command.reference(),
                command.apiKeyId(),
                amount,
                lines,
                OrderStatus.PENDING,
                Money.zero(command.currency()),
                Fulfilment.UNFULFILLED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                command.locale(),
                command.returnUrl(),
                command.metadata(),
                now,
                now.plus(settings.payWithin()));
    }

    private List<OrderSnapshot.Line> lines(PlaceOrderCommand command) {
        if (command.items().isEmpty() || command.items().size() > settings.mostLines()) {
            throw MizanException.of(
                    ErrorCode.INVALID_FIELD, "items", "An order has 1 to " + settings.mostLines() + " items.");
        }
        var products = catalog.find(command.items().stream()
                .filter(OrderItem.OfCatalog.class::isInstance)
                .map(item -> ((OrderItem.OfCatalog) item).sku())
                .toList());
        var lines = new ArrayList<OrderSnapshot.Line>();
        for (int i = 0; i < command.items().size(); i++) {
            lines.add(line(command, products, i));
        }
        return lines;
    }

    private static OrderSnapshot.Line line(PlaceOrderCommand command, Map<String, Product> products, int index) {
        var item = command.items().get(index);
        var at = "items[" + index + "]";
        if (item.quantity() < 1 || item.quantity() > OrderItem.MOST) {
            throw MizanException.of(
                    ErrorCode.INVALID_FIELD, at + ".quantity", "A quantity is 1 to " + OrderItem.MOST + ".");
        }
        if (item instanceof OrderItem.OfCatalog ofCatalog) {
            var product = Optional.ofNullable(products.get(ofCatalog.sku()))
                    .orElseThrow(() -> MizanException.of(
                            ErrorCode.UNKNOWN_SKU, at + ".sku", "There is no product " + ofCatalog.sku() + "."));
            var unit = product.prices().stream()
                    .filter(price -> price.currency().equals(command.currency()))
                    .findFirst()
                    .orElseThrow(() -> MizanException.of(
                            ErrorCode.PRICE_MISSING,
                            at + ".sku",
                            ofCatalog.sku() + " has no price in " + command.currency() + "."));
            return line(index, Optional.of(ofCatalog.sku()), product.name(), unit, item.quantity(), "catalogue", at);
        }
        var priced = (OrderItem.Priced) item;
        var unit = new Money(priced.unitMinor(), command.currency());
        return line(index, Optional.empty(), priced.description(), unit, item.quantity(), "merchant", at);
    }

    private static OrderSnapshot.Line line(
            int index, Optional<String> sku, String description, Money unit, int quantity, String computed, String at) {
        if (!unit.isPositive() || unit.amountMinor() > LARGEST_AMOUNT_MINOR) {
            throw MizanException.of(
                    ErrorCode.AMOUNT_OUT_OF_RANGE,
                    at,
                    "A unit amount is 1 to " + LARGEST_AMOUNT_MINOR + " minor units.");
        }
        return new OrderSnapshot.Line(
                index + 1, "item", sku, description, unit, quantity, unit.times(quantity), computed);
    }

    private static Money total(PlaceOrderCommand command, List<OrderSnapshot.Line> lines) {
        var amount = lines.stream().map(OrderSnapshot.Line::amount).reduce(Money.zero(command.currency()), Money::plus);
        boolean withinKey = command.largestAmount()
                .filter(largest -> amount.compareTo(largest) > 0)
                .isEmpty();
        if (amount.amountMinor() > LARGEST_AMOUNT_MINOR || !withinKey) {
            throw MizanException.of(
                    ErrorCode.AMOUNT_OUT_OF_RANGE, "items", "The total is more than this key may ask for.");
        }
        return amount;
    }

    /** Everything that makes it this order and no other; personal data goes in as a keyed hash of the whole. */
    private String contentHash(PlaceOrderCommand command) {
        var items = command.items().stream().map(OrderItem::toString).collect(joining("\n"));
        var content = new TreeMap<String, String>();
        content.put("items", items);
        content.put("currency", command.currency().getCurrencyCode());
        content.put("locale", command.locale());
        content.put("return_url", command.returnUrl().toString());
        content.put("metadata", Details.toJson(command.metadata()));
        content.put("email", command.customer().email().orElse(""));
        content.put("name", command.customer().name().orElse(""));
        content.put("phone", command.customer().phone().orElse(""));
        content.put("country", command.customer().country().orElse(""));
        return vault.hash("order-content", Digests.sha256(Details.toJson(content)));
    }

    private static boolean isDuplicate(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE_KEY) {
                return true;
            }
        }
        return false;
    }
}
