/**
 * Gateways that do not answer, or do not let us in: calls that nobody waits for are held back, new attempts are refused at
 * once instead of hanging, and one call in a while finds out whether it is over. Each process judges by its own calls.
 */
package io.mizan.outage;
