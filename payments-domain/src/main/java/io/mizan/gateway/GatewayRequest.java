package io.mizan.gateway;

import static java.util.Objects.requireNonNull;

/**
 * A request exactly as it goes on the wire, prepared before and stored, so that every resend is byte-equal.
 *
 * @param idempotencyKey given to the provider where it takes one, and unique in our database
 * @param content the adapter's own encoding of path and body; never holds a secret of ours
 */
public record GatewayRequest(Operation operation, String idempotencyKey, String content) {
    public GatewayRequest {
        requireNonNull(operation, "operation");
        requireNonNull(idempotencyKey, "idempotencyKey");
        requireNonNull(content, "content");
    }
}
