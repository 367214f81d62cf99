/**
 * Square, by its hosted payment links. {@link io.mizan.gateways.square.SquareGateway} is the adapter; the rest are its
 * parts: what goes on the wire ({@code SquareRequests}, {@code SquareClient}), what comes back ({@code wire},
 * {@code SquareOutcomes}), whom to believe ({@code SquareSignature}), and what it means ({@code SquareReader},
 * {@code SquareAmounts}, {@code SquareDeclines}).
 *
 * <p>Of Square's two objects, order and payment, the order is the page here and the payment is the money: an order stays
 * open after it was paid, so nothing about money is ever read from it.
 */
package io.mizan.gateways.square;
