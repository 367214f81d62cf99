/**
 * Square's documents, as far as we read them: API version {@code 2026-08-19}. Named in Square's words, without any
 * meaning of ours. Whatever is not of that shape is refused with an {@link java.lang.IllegalArgumentException}; members
 * that we do not read may come and go.
 */
package io.mizan.gateways.square.wire;
