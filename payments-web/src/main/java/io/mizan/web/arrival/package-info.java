/**
 * The customer's browser comes back from a gateway's page. That proves nothing about money: it is noted, the gateway is
 * asked, and the browser goes on to the shop. What the gateway has signed and the browser brings is evidence like any.
 */
package io.mizan.web.arrival;
