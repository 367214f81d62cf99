/**
 * QPay, Qatar's national debit gateway, by its protocol EZ-Connect: a form that the browser posts to QPay's page, a
 * signed form that the browser posts back, and two questions of server to server, how a payment stands and whether a
 * part of it may go back. {@link io.mizan.gateways.qpay.QPayGateway} is the adapter; the rest are its parts: what we say
 * ({@code QPayMessages}), whom to believe ({@code QPayHash}, {@code QPayReturn}), and what it means ({@code QPayReader},
 * {@code QPayAmounts}, {@code QPayCodes}, {@code QPayMoment}).
 *
 * <p>One rule runs through it: a payment is named by the number that we gave it ({@code PUN}), whether the browser
 * brings it back or an inquiry shows it, so that one event of the world has one identity.
 */
package io.mizan.gateways.qpay;
