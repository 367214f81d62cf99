/**
 * Razorpay, by its orders and its hosted checkout, to which the browser posts a form.
 * {@link io.mizan.gateways.razorpay.RazorpayGateway} is the adapter; the rest are its parts: what goes on the wire
 * ({@code RazorpayRequests}, {@code RazorpayClient}, {@code Look}), what comes back ({@code Order}, {@code Payment},
 * {@code Refund}, {@code RazorpayError}), whom to believe ({@code RazorpaySignature}, {@code SignedReturn}), and what it
 * means ({@code RazorpayReader}, {@code RazorpayAmounts}, {@code RazorpayDeclines}).
 *
 * <p>An order is the page here and a payment one try of the customer's: an order has many, of which one succeeds. How the
 * money stands is read from payments and never from the order, which stays {@code paid} after it was given back.
 */
package io.mizan.gateways.razorpay;
