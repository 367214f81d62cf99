/**
 * The breaker against card testing. Somebody who tries out stolen cards makes one order after the other, and nearly every
 * try is declined. What issuers say is kept as a row for each try; when nearly all of the latest tries of one key were
 * declined, orders placed with that key take no new attempts for a while. What was begun goes on: nothing here decides
 * what became of money.
 */
package io.mizan.cardtesting;
