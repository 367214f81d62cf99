package io.mizan.catalog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.mizan.money.Money;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All products. */
@ApplicationScoped
public class Catalog {
    /** The largest page, and one more to see whether another follows. */
    private static final int MOST_AT_ONCE = 101;

    private final Sql sql;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected Catalog() {
        this(null, null);
    }

    @Inject
    public Catalog(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Adds a product, or puts its new name and prices in the place of the old ones. A repeat changes nothing.
     *
     * @return whether the product is new
     */
    @Transactional
    public boolean put(Product product) {
        var now = clock.instant();
        boolean isNew = sql.insertNew(
                "INSERT INTO product (sku, name, created_at, updated_at) VALUES (?, ?, ?, ?)",
                product.sku(),
                product.name(),
                now,
                now);
        if (!isNew) {
            // Locks the product's row, so that two changes of its prices follow one another.
            sql.update("UPDATE product SET name = ?, updated_at = ? WHERE sku = ?", product.name(), now, product.sku());
            sql.update("DELETE FROM product_price WHERE sku = ?", product.sku());
        }
        product.prices()
                .forEach(price -> sql.update(
                        "INSERT INTO product_price (sku, currency, amount_minor) VALUES (?, ?, ?)",
                        product.sku(),
                        price.currencyCode(),
                        price.amountMinor()));
        return isNew;
    }

    /** The products of these SKUs by SKU; those that do not exist are missing. */
    public Map<String, Product> find(Collection<String> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        var distinct = List.copyOf(new TreeSet<>(skus));
        var names = sql.list(
                "SELECT sku, name FROM product WHERE sku IN (" + marks(distinct) + ") ORDER BY sku",
                Catalog::name,
                distinct.toArray());
        return withPrices(names);
    }

    /**
     * Products in the order of their SKUs.
     *
     * @param after the last SKU of the page before
     * @param limit at most this many, 1 to 101
     */
    public List<Product> page(Optional<String> after, int limit) {
        if (limit < 1 || limit > MOST_AT_ONCE) {
            throw new IllegalArgumentException("a page holds 1 to " + MOST_AT_ONCE + " products");
        }
        var names = sql.list(
                "SELECT sku, name FROM product WHERE sku > ? ORDER BY sku LIMIT " + limit,
                Catalog::name,
                after.orElse(""));
        return List.copyOf(withPrices(names).values());
    }

    private record Name(String sku, String name) {}

    private record Price(String sku, Money money) {}

    private Map<String, Product> withPrices(List<Name> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var skus = names.stream().map(Name::sku).toList();
        var prices = sql
                .list(
                        "SELECT sku, currency, amount_minor FROM product_price WHERE sku IN (" + marks(skus) + ")",
                        row -> new Price(
                                row.text("sku"), Money.ofMinor(row.number("amount_minor"), row.text("currency"))),
                        skus.toArray())
                .stream()
                .collect(groupingBy(Price::sku, mapping(Price::money, toList())));
        var products = new LinkedHashMap<String, Product>();
        names.forEach(found -> products.put(
                found.sku(), new Product(found.sku(), found.name(), prices.getOrDefault(found.sku(), List.of()))));
        return Collections.unmodifiableMap(products);
    }

    private static Name name(Row row) throws SQLException {
        return new Name(row.text("sku"), row.text("name"));
    }

    private static String marks(List<String> values) {
        return values.stream().map(value -> "?").collect(joining(", "));
    }
}
