package io.mizan.web.access;

import io.mizan.access.ApiKeys;
import io.mizan.access.Origin;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Cross-origin calls of checkout pages (the CORS protocol of the Fetch standard): exact origins, no cookies. A call that
 * carries a key is answered for that key's origins; one that does not, as a preflight never does, for those of any
 * publishable key, so that a page can read why it was refused.
 */
public class Cors extends HttpFilter {
    private static final long serialVersionUID = 1L;

    static final Set<String> METHODS = Set.of("GET", "POST");
    private static final String HEADERS = "Authorization, Content-Type, Idempotency-Key, Order-Secret";
    private static final String READABLE = "Idempotency-Status, Location, Request-Id, Retry-After";
    private static final String PREFLIGHT_SECONDS = "600";

    @Inject
    transient ApiKeys keys;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        answer.addHeader("Vary", "Origin");
        var page = page(request);
        var asked = request.getHeader("Access-Control-Request-Method");
        boolean preflight = "OPTIONS".equals(request.getMethod()) && asked != null;
        boolean allowed = page.filter(origin -> isAllowed(request, origin)).isPresent();
        if (allowed) {
            answer.setHeader("Access-Control-Allow-Origin", page.get().value());
            answer.setHeader("Access-Control-Expose-Headers", READABLE);
        }
        if (!preflight) {
            chain.doFilter(request, answer);
            return;
        }
        if (allowed && METHODS.contains(asked)) {
            answer.setHeader("Access-Control-Allow-Methods", "GET, POST");
            answer.setHeader("Access-Control-Allow-Headers", HEADERS);
            answer.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        }
        answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private boolean isAllowed(HttpServletRequest request, Origin page) {
        var key = PresentedKey.keyOf(request);
        if (key.isPresent()) {
            return key.get().isPublishable() && key.get().allows(page);
        }
        return !(PresentedKey.of(request) instanceof PresentedKey.Unchecked) && keys.anyAllows(page);
    }

    /** Empty for programs, and for pages that hide where they are from ({@code null}). */
    private static Optional<Origin> page(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Origin")).flatMap(Cors::origin);
    }

    static Optional<Origin> origin(String header) {
        try {
            return Origin.of(URI.create(header)).filter(origin -> origin.value().equals(header));
        } catch (IllegalArgumentException noOrigin) {
            return Optional.empty();
        }
    }
}
