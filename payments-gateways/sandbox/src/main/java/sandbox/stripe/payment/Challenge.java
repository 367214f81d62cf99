package sandbox.stripe.payment;

/** A customer who has been asked to authenticate, and what the issuer will say afterwards. */
public record Challenge(PaymentMethod method, Verdict verdict) {}
