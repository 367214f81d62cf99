package sandbox.stripe.payment;

/**
 * Something that Stripe tells the merchant, with the checkout as it was at that very moment: the snapshots of one act differ.
 *
 * @param type the event's type
 * @param subject the object that it shows
 */
public record Happening(String type, Subject subject, String objectId, Checkout at) {
    /** Which object of a checkout an event shows. */
    public enum Subject {
        SESSION,
        INTENT,
        CHARGE,
        REFUND
    }
}
