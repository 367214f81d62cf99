package io.mizan.catalog;

import io.mizan.money.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that can be sold.
 *
 * @param sku how the merchant names it: 1 to 64 of {@code A-Za-z0-9._-}; upper and lower case differ
 * @param name what the customer reads, 1 to 200 characters
 * @param prices of one piece, at most one for each currency; kept in the order of the currencies' codes
 */
public record Product(String sku, String name, List<Money> prices) {
    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_NAME = 200;

    public Product {
        if (!isSku(sku)) {
            throw new IllegalArgumentException("a SKU is 1 to 64 of A-Z, a-z, 0-9, dot, hyphen and underscore");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a product's name has 1 to " + LONGEST_NAME + " characters");
        }
        var currencies = new HashSet<Currency>();
        for (var price : prices) {
            if (!price.isPositive()) {
                throw new IllegalArgumentException("a price is at least one minor unit");
            }
            if (!currencies.add(price.currency())) {
                throw new IllegalArgumentException("a product has one price for each currency");
            }
        }
        prices = prices.stream()
                .sorted(Comparator.comparing(Money::currencyCode))
                .toList();
    }

    /** Whether a text may be a SKU at all. */
    public static boolean isSku(String text) {
        return SKU.matcher(text).matches();
    }
}
