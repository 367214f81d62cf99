/**
 * Sends commands to gateways: the note that a request is on the wire is committed before it is, its outcome after it,
 * and no transaction or lock is held in between (invariant 6).
 */
package io.mizan.dispatch;
