/** Refusals as they go over the wire. */
package io.mizan.web.problem;
