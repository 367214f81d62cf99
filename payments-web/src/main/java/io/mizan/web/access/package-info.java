/**
 * The door of the API: which key a call carries, what a caller with it may do ({@code merchant}: everything,
 * {@code browser}: place orders and act on one order with that order's secret), and from which pages.
 */
package io.mizan.web.access;
