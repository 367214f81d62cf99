/**
 * Stripe, by its hosted Checkout page. {@link io.mizan.gateways.stripe.StripeGateway} is the adapter; the rest are its
 * parts: what goes on the wire ({@code StripeRequests}, {@code StripeClient}), what comes back ({@code wire},
 * {@code StripeOutcomes}), whom to believe ({@code StripeSignature}), and what it means ({@code StripeReader},
 * {@code StripeAmounts}, {@code StripeDeclines}).
 *
 * <p>One rule runs through it: an object of Stripe's is read in one way, whether a webhook showed it or an inquiry, so
 * that one event of the world has one identity. Needs nothing of a container but a JSON-P implementation.
 */
package io.mizan.gateways.stripe;
