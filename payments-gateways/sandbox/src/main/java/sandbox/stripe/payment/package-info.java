/**
 * A checkout at the simulated Stripe: its session, its payment intent and its charges, what may happen to them, and which
 * events tell of it. Pure: no clock, no database, no HTTP; time and ids are handed in.
 *
 * <p>No card number ever gets past {@link sandbox.stripe.payment.SubmittedCard}: brand, last four digits and expiry are kept.
 */
package sandbox.stripe.payment;
