/** PayPal on the control page and in the control API. */
package sandbox.paypal.control;
