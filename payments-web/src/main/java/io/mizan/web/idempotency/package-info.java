/**
 * Idempotency over HTTP: the header, which answers are kept, and the status that says what became of the key.
 */
package io.mizan.web.idempotency;
