/**
 * The gateways as administrators set them up while the system runs. A setting has three sources: what was entered in the
 * portal rules over the environment, which rules over what is built in. Secrets are sealed as soon as they are entered and
 * never shown; two are good at the same time while one takes the other's place.
 *
 * <p>Each server builds its gateways anew when what was entered has changed. What does not work is not taken over: a
 * change that an adapter refuses is refused, and a gateway that could not be built takes no new payments, while the server
 * goes on.
 */
package io.mizan.gatewayaccount;
