/**
 * What every adapter must do at its provider's simulator, written once: {@link io.mizan.gateways.contract.GatewayContract}.
 * An adapter's own test extends it, says how a customer of that provider behaves
 * ({@link io.mizan.gateways.contract.SimulatedProvider}), and adds what only that provider knows.
 */
package io.mizan.gateways.contract;
