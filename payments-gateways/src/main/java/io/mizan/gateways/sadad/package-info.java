/**
 * SADAD of Qatar, by its Web Checkout 2.1: a form that the browser posts to its page and a signed form that it posts back,
 * a webhook, and an interface by which payments are asked about and refunded.
 * {@link io.mizan.gateways.sadad.SadadGateway} is the adapter; the rest are its parts: what we say ({@code SadadForm},
 * {@code SadadClient}), whom to believe ({@code SadadHash}, {@code SadadReturn}, {@code SadadWebhook}), and what it means
 * ({@code SadadReader}, {@code SadadAmounts}, {@code SadadStatus}).
 *
 * <p>One rule runs through it: money is told of SADAD's transaction, of which one attempt may have several, whether the
 * browser brings it back or an inquiry shows it.
 */
package io.mizan.gateways.sadad;
