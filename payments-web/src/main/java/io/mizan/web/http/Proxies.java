package io.mizan.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The proxies in front of this server, whose word on where a request came from is taken.
 *
 * @param addresses exact IP addresses, as the server sees them; empty if browsers reach it directly
 */
public record Proxies(Set<String> addresses) {
    public Proxies {
        addresses = Set.copyOf(addresses);
    }

    public String clientOf(HttpServletRequest request) {
        return clientOf(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }

    /**
     * Where a request came from: the last hop that is no proxy of ours. What stands before it in the header was written
     * by who knows whom.
     *
     * @param peer the other end of the connection
     * @param forwardedFor the values of {@code X-Forwarded-For} in order
     */
    public String clientOf(String peer, List<String> forwardedFor) {
        var hops = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        var client = peer;
        for (int i = hops.size() - 1; i >= 0 && addresses.contains(client); i--) {
            client = hops.get(i);
        }
        return client;
    }
}
