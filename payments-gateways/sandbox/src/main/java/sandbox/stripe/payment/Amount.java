package sandbox.stripe.payment;

/** Money as Stripe writes it: an integer of the smallest unit and a lower-case currency code. */
public record Amount(long minor, String currency) {}
