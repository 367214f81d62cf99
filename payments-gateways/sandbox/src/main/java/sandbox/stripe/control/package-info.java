/** The simulated Stripe as the control page and the control API see it. */
package sandbox.stripe.control;
