package io.mizan.gateways.http;

import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Operation;

/** A call as {@link GatewayRequest#content()} keeps it until it is sent: the path, a line feed, the body. */
public record StoredCall(String path, String body) {
    /**
     * @param below what each path of the provider begins with
     * @throws IllegalArgumentException if another adapter stored it
     */
    public static StoredCall of(GatewayRequest request, String below) {
        int lineFeed = request.content().indexOf('\n');
        if (lineFeed < 0 || !request.content().startsWith(below)) {
            throw new IllegalArgumentException("not a request of this adapter");
        }
        return new StoredCall(
                request.content().substring(0, lineFeed), request.content().substring(lineFeed + 1));
    }

    public GatewayRequest under(Operation operation, String idempotencyKey) {
        return new GatewayRequest(operation, idempotencyKey, path + '\n' + body);
    }
}
