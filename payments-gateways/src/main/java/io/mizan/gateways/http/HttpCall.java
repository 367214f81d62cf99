package io.mizan.gateways.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One request, to the last byte. Immutable; prints no header and no body, for both may hold secrets.
 *
 * @param headers in the order in which they were added; a name may stand several times
 * @param body empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
public record HttpCall(String method, URI address, List<Header> headers, byte[] body) {
    /** What the client writes itself. */
    private static final Set<String> NOT_OURS = Set.of("host", "content-length", "connection", "user-agent");

    public HttpCall {
        requireNonNull(method, "method");
        requireNonNull(address, "address");
        headers = List.copyOf(headers);
    }

    public record Header(String name, String value) {}

    public static HttpCall of(String method, URI address) {
        return new HttpCall(method, address, List.of(), new byte[0]);
    }

    public static HttpCall get(URI address) {
        return of("GET", address);
    }

    public static HttpCall post(URI address, String contentType, byte[] body) {
        return of("POST", address).with(contentType, body);
    }

    /** @throws IllegalArgumentException for a header that the client writes itself */
    public HttpCall header(String name, String value) {
        if (NOT_OURS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the client writes " + name + " itself");
        }
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpCall(method, address, more, body);
    }

    /** The same with that body, which a GET may have too. */
    public HttpCall with(String contentType, byte[] bytes) {
        return new HttpCall(method, address, headers, bytes).header("Content-Type", contentType);
    }

    @Override
    public String toString() {
        return method + " " + address.getHost() + " [redacted]";
    }
}
