/**
 * Why an order stands as it does, in answers that a person without developer's tools can act on: did the customer reach
 * the gateway, did the bank approve, did the callback reach us, was the order fulfilled, and what should happen next
 * (invariant 10); and what its amounts are made of (invariant 9). Only reads; everything here is a pure function of a
 * {@link io.mizan.explanation.Dossier}.
 */
package io.mizan.explanation;
