/** The names under which this module counts. */
package io.mizan.web.metrics;
