/**
 * Stripe's documents, as far as we read them: API version {@code 2026-07-29.dahlia}. Shaped like Stripe's own, named in
 * Stripe's words, without any meaning of ours. Whatever is not of that shape is refused with an
 * {@link java.lang.IllegalArgumentException}; members that we do not read may come and go.
 */
package io.mizan.gateways.stripe.wire;
