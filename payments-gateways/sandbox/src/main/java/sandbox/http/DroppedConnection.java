package sandbox.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;

/**
 * An answer that breaks off: a status, some white space, and the connection is gone. The caller's HTTP client reports a
 * broken connection and knows nothing.
 *
 * <p>It has to begin before it breaks off: the JDK's own client quietly sends a POST again when a connection ends without
 * a single byte. And it has to be cut, for the server would end an abandoned answer as if it were whole. Neither servlets
 * nor Jakarta REST can cut a connection; Payara's request leads to it, by public methods, which are called by their names so
 * that the simulators need no library of the server.
 */
public final class DroppedConnection {
    static final String ATTRIBUTE = DroppedConnection.class.getName();

    private static final int MORE_THAN_IS_BUFFERED = 1 << 15;

    private DroppedConnection() {}

    /** @param request as it stands in its own thread; the connection is cut when the answer is written */
    public static Response to(HttpServletRequest request) {
        var connection = connectionOf(request.getAttribute(ATTRIBUTE));
        StreamingOutput brokenOff = output -> {
            output.write(" ".repeat(MORE_THAN_IS_BUFFERED).getBytes(StandardCharsets.US_ASCII));
            output.flush();
            call(connection, "closeSilently");
        };
        return Response.ok(brokenOff).build();
    }

    private static Object connectionOf(Object serversRequest) {
        var request = call(call(serversRequest, "getUnwrappedCoyoteRequest"), "getCoyoteRequest");
        return call(call(request, "getContext"), "getConnection");
    }

    private static Object call(Object target, String method) {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This server does not let its connections be cut by " + method, e);
        }
    }
}
