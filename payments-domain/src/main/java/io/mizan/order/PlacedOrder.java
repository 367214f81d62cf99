package io.mizan.order;

/**
 * An order, and the secret by which a browser may act on it.
 *
 * @param existing whether it had been placed before, under the same reference and with the same content
 */
public record PlacedOrder(OrderSnapshot order, String clientSecret, boolean existing) {
    @Override
    public String toString() {
        return "PlacedOrder[" + order.id() + ", existing=" + existing + "]";
    }
}
