/**
 * One way over the wire for all adapters: a call goes out once, ends within its time, brings at most so much, and what
 * came of it is a value. Knows no provider.
 */
package io.mizan.gateways.http;
