/** PayPal's API: tokens, orders, payments and notifications. */
package sandbox.paypal.api;
