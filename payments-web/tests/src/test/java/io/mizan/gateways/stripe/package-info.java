/** Stripe's adapter against Stripe's simulator. */
package io.mizan.gateways.stripe;
