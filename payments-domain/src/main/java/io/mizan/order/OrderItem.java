package io.mizan.order;

/** What is ordered. A browser may name products only; the merchant's server may also name prices. */
public sealed interface OrderItem {
    /** At most this many of one item. */
    int MOST = 999;

    int quantity();

    /** A product at the catalogue's price. */
    record OfCatalog(String sku, int quantity) implements OrderItem {}

    /** Something at the merchant's own price, in minor units of the order's currency. */
    record Priced(String description, long unitMinor, int quantity) implements OrderItem {}
}
