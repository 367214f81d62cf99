/** The catalogue over HTTP, for the merchant's server. */
package io.mizan.web.catalog;
