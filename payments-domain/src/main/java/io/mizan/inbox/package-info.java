/**
 * Callbacks of gateways: stored once and raw before they are answered, worked afterwards. One that we cannot match yet
 * waits for its order; none is thrown away (invariant 14).
 */
package io.mizan.inbox;
