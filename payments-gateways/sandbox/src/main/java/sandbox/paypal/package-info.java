/** PayPal, simulated: orders, the page on which a payer approves, payments, and messages signed with a certificate. */
package sandbox.paypal;
