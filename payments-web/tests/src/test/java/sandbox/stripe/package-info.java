/** The simulated Stripe, driven as the real one is: by Stripe's own library. */
package sandbox.stripe;
