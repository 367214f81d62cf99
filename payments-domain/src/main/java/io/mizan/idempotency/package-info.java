/**
 * One key, one effect, one answer (invariant 3). A key is claimed in a committed transaction of its own before the work
 * begins, together with the id that the work's effect will have; so a second request learns at once that the first is at
 * work, and one that takes over after a crash continues the same effect instead of making another.
 */
package io.mizan.idempotency;
