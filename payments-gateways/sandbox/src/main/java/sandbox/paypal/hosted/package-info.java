/** The page on which a payer approves, as PayPal hosts it: plain forms, no script. */
package sandbox.paypal.hosted;
