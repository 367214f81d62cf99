/**
 * Named instants at which a sandbox can be made to die, to prove that a crash there costs nobody anything. In production
 * nothing is ever armed.
 */
package io.mizan.halt;
