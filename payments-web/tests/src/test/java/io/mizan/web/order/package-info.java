/** Orders and the catalogue over HTTP. */
package io.mizan.web.order;
