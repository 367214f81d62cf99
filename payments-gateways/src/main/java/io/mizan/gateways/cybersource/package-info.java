/**
 * CyberSource (Visa Acceptance), by two surfaces with credentials of their own: Secure Acceptance Hosted Checkout, a form
 * that the browser posts to its page and a signed form that comes back by the browser and by its server; and the REST
 * interface, by which payments are searched, captured, released and refunded.
 * {@link io.mizan.gateways.cybersource.CyberSourceGateway} is the adapter; the rest are its parts: what we say
 * ({@code CyberSourceForm}, {@code CyberSourceRequests}, {@code CyberSourceClient}), whom to believe ({@code FormSignature},
 * {@code SignedReply}, {@code HttpSignature}, {@code NotificationSignature}), and what it means ({@code ReplyReader},
 * {@code CyberSourceReader}, {@code CyberSourceAmounts}, {@code CyberSourceCodes}).
 *
 * <p>One rule runs through it: money is told of the transaction that moved it. A sale is one; an authorization and its
 * capture are two.
 */
package io.mizan.gateways.cybersource;
