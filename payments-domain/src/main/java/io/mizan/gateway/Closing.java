package io.mizan.gateway;

/** The gateway can make an open page take no more money. */
public interface Closing {
    /**
     * Prepares the closing. Sent, it is {@code Declined} if the page has already completed.
     *
     * @throws IllegalStateException if the target has no page that we know of
     */
    GatewayRequest close(Target target, String idempotencyKey);
}
