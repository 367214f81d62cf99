package io.mizan.gateway;

import io.mizan.money.Money;

/** The gateway can release an authorization before it is captured. */
public interface Voiding {
    /**
     * Prepares the release of all that is held.
     *
     * @param held what the issuer promised and nobody has taken; less than was asked for after a partial approval
     * @throws IllegalStateException if the target has no authorization that we know of
     */
    GatewayRequest voidAuthorization(Target target, Money held, String idempotencyKey);
}
