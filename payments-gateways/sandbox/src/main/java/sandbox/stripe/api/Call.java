package sandbox.stripe.api;

import sandbox.stripe.event.Cause;

/**
 * One request to one operation.
 *
 * @param id the id in its path, empty if there is none
 * @param cause what the events that it causes will name
 */
record Call(String id, Parameters parameters, Cause cause) {}
