/**
 * One try to pay an order through one gateway: what the set of its facts amounts to, and the row that keeps it.
 */
package io.mizan.attempt;
