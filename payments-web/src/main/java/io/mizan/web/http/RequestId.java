package io.mizan.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The id under which a request stands in the log, and which its answer carries as {@code Request-Id}. */
public final class RequestId {
    static final String HEADER = "Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 12;

    private RequestId() {}

    /** The request's id; made when it is first asked for. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var id = "req_" + HexFormat.of().formatHex(bytes);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
