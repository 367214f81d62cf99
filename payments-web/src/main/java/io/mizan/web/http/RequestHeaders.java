package io.mizan.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The headers of a request, for those who judge signatures. */
public final class RequestHeaders {
    private RequestHeaders() {}

    /** Names in lower case; of one that came several times all values, with commas between (RFC 9110, section 5.3). */
    public static Map<String, String> of(HttpServletRequest request) {
        var headers = new HashMap<String, String>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), String.join(",", Collections.list(request.getHeaders(name))));
        }
        return headers;
    }
}
