/** Stripe's events: the log that the API lists, and how each is signed when it is sent. */
package sandbox.stripe.event;
