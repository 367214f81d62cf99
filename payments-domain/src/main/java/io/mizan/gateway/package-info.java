/**
 * The port to payment gateways. An adapter turns what we intend into requests and what the provider says into facts,
 * and nothing else: it opens no transaction, writes no row and decides no state. The core
 * ({@link io.mizan.gateway.PaymentGateway}) is what every gateway can do; what only some can do are capabilities
 * ({@link io.mizan.gateway.Closing}, {@link io.mizan.gateway.Capturing}, {@link io.mizan.gateway.Voiding},
 * {@link io.mizan.gateway.Completing}, {@link io.mizan.gateway.Refunding}, {@link io.mizan.gateway.SignedReturns}) that
 * callers ask for before they call.
 */
package io.mizan.gateway;
