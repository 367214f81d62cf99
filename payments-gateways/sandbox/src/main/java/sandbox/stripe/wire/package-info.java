/** Stripe's documents: how a checkout's objects look in answers and in events. */
package sandbox.stripe.wire;
