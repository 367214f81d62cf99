/** PayPal's documents: what is asked read, what is answered written. */
package sandbox.paypal.wire;
