/** Asks gateways how things stand, so that no lost callback, closed tab or lost answer goes unnoticed. */
package io.mizan.reconciliation;
