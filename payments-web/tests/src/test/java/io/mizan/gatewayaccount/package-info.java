/** Gateways as administrators set them up, against the real database. */
package io.mizan.gatewayaccount;
