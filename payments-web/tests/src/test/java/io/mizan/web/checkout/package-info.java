/** The way of a payment over HTTP, with the simulated gateway at the other end. */
package io.mizan.web.checkout;
