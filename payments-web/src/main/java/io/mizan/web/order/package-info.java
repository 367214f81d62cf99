/**
 * Orders over HTTP. The merchant's server sees everything of an order; a browser sees what its customer may know, in views
 * of its own that have no place for anything else.
 */
package io.mizan.web.order;
