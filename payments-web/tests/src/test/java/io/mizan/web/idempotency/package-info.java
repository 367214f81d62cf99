/** One key, one effect, one answer (invariant 3), over HTTP and over two servers. */
package io.mizan.web.idempotency;
