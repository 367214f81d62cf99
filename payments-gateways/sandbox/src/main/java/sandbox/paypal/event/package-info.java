/** How PayPal's messages are signed: with a certificate of an authority that the simulator is itself. */
package sandbox.paypal.event;
