/**
 * Where simulated providers keep what they know: things as texts under their ids, the answers that idempotency keys got,
 * and the messages that were made of it all. Knows no provider; each writes its things in its own words.
 */
package sandbox.store;
