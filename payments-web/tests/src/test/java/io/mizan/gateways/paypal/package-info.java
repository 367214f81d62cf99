/** PayPal's adapter against PayPal's simulator. */
package io.mizan.gateways.paypal;
