package io.mizan.gateway;

import io.mizan.money.Money;

/** The gateway can collect money that was only authorized. */
public interface Capturing {
    /**
     * Prepares a capture of {@code amount}, at most what is authorized; the rest is released.
     *
     * @throws IllegalArgumentException if the gateway's way of counting cannot say that amount
     * @throws IllegalStateException if the target has no authorization that we know of
     */
    GatewayRequest capture(Target target, Money amount, String idempotencyKey);

    /** Whether less than what is authorized can be collected. */
    default boolean capturesParts() {
        return true;
    }
}
