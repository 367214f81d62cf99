package io.mizan.gateway;

/**
 * The gateway waits for us once the customer has agreed: it takes no money until we say so. Until then the customer can
 * leave nothing unpaid that we do not know of, and we can leave it at that by not saying so.
 */
public interface Completing {
    /**
     * Prepares the completion of what the customer approved: the whole amount of the target, collected or authorized as
     * its capture mode says.
     *
     * @throws IllegalStateException if the target has nothing approved that we know of
     */
    GatewayRequest complete(Target target, String idempotencyKey);
}
