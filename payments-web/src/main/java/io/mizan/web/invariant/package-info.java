/** The command that holds the rows of a deployment against the invariants. */
package io.mizan.web.invariant;
