/** The checkouts of the simulated Stripe as they are kept: one row each, changed under its lock, its events beside it. */
package sandbox.stripe.checkout;
