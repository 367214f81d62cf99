/**
 * Proof that what we knew, and when, was not changed afterwards (invariant 11). Each order's timeline and each person's
 * audit is a chain of hashes; an anchor each minute takes the heads that moved into one chain over all of them and
 * authenticates it with a key that is not in the database, so that a cut tail and a missing order are found too.
 */
package io.mizan.chain;
