/** A simulated Stripe: what its API, its hosted page, its webhooks and the control page share about checkouts. */
package sandbox.stripe;
