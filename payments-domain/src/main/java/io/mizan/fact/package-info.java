/**
 * Verified events of the world. A fact is identified by what happened and not by the message that told it; the
 * messages are its evidence. Facts are append-only, and every state and amount is a pure function of their set.
 */
package io.mizan.fact;
