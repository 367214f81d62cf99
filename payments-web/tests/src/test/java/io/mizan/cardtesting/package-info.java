/** The breaker against card testing, on real rows. */
package io.mizan.cardtesting;
