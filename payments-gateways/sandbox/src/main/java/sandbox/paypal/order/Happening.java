package sandbox.paypal.order;

/**
 * Something that PayPal tells the merchant, with the order as it was at that very moment.
 *
 * @param type the event's type
 * @param kind {@code order}, {@code authorization}, {@code capture} or {@code refund}
 * @param objectId which of them
 */
public record Happening(String type, String kind, String objectId, Order at) {}
