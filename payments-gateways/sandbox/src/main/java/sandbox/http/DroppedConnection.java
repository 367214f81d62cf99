package sandbox.http;

import jakarta.ws.rs.core.Response;

/**
 * A connection that ends in the middle of an answer. Jakarta REST cannot simply hang up; promising more bytes than are sent
 * and closing comes to the same for the caller: its HTTP client reports a broken connection and knows nothing.
 */
public final class DroppedConnection {
    private DroppedConnection() {}

    public static Response response() {
        return Response.status(Response.Status.GATEWAY_TIMEOUT)
                .header("Content-Length", 1 << 16)
                .header("Connection", "close")
                .entity(new byte[] {' '})
                .build();
    }
}
