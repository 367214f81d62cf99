/** Amounts: whole minor units of one currency, exact, never floating point. */
package io.mizan.money;
