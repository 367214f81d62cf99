/** What a customer or the merchant does with an order: pay, try again, capture, call off, come back, look how it stands. */
package io.mizan.checkout;
