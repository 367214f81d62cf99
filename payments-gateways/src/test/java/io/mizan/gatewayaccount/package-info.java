/** Entering and exchanging credentials, with the adapters that there really are. */
package io.mizan.gatewayaccount;
