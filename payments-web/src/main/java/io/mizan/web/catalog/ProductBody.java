package io.mizan.web.catalog;

import io.mizan.catalog.Product;
import io.mizan.web.json.Members;
import io.mizan.web.json.MoneyBody;
import java.util.HashSet;
import java.util.List;

/** {@code {"name": "Cup", "prices": [{"minor": 2500, "currency": "QAR"}]}}; the SKU is in the address. */
final class ProductBody {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_PRICES = 50;

    private ProductBody() {}

    static Product read(String sku, Members body) {
        body.shape(List.of("name", "prices"), List.of("sku"));
        body.optionalText("sku", 64).filter(named -> !named.equals(sku)).ifPresent(other -> {
            throw body.invalid("sku", "must be the one in the address");
        });
        var prices = body.list("prices", MOST_PRICES, MoneyBody::read);
        var currencies = new HashSet<String>();
        if (!prices.stream().allMatch(price -> currencies.add(price.currencyCode()))) {
            throw body.invalid("prices", "must have one price for each currency");
        }
        return new Product(sku, body.text("name", LONGEST_NAME), prices);
    }
}
