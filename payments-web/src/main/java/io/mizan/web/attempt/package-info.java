/** Attempts to pay an order, over HTTP. */
package io.mizan.web.attempt;
