/**
 * Refusals and failures as RFC 9457 problem documents. Here alone an {@link io.mizan.failure.ErrorCode} becomes an HTTP
 * status. A fault of ours says nothing but an id, under which the log has the rest.
 */
package io.mizan.web.problem;
