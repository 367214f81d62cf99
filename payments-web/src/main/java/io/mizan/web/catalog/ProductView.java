package io.mizan.web.catalog;

import io.mizan.catalog.Product;
import io.mizan.money.Money;
import java.util.List;

/** A product as the API shows it. */
public record ProductView(String sku, String name, List<Money> prices) {
    public static ProductView of(Product product) {
        return new ProductView(product.sku(), product.name(), product.prices());
    }
}
