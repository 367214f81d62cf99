/**
 * Whether the rows of a database keep the promises of {@code docs/invariants.md}. It only reads, one order at a time and
 * as of one moment, so it may look at a running system; it trusts no derived row and computes everything anew.
 */
package io.mizan.invariant;
