/** The page on which a customer pays, as Stripe hosts it: plain forms, no script, test cards only. */
package sandbox.stripe.hosted;
