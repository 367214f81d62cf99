package io.mizan.gateway;

/** The gateway can release an authorization before it is captured. */
public interface Voiding {
    /** @throws IllegalStateException if the target has no authorization that we know of */
    GatewayRequest voidAuthorization(Target target, String idempotencyKey);
}
