/**
 * What a sandbox is filled with at its start, so that it can be tried at once: products, API keys and staff. Repeating it
 * changes nothing. In live mode none of it happens.
 */
package io.mizan.web.demo;
