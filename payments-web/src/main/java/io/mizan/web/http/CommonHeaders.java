package io.mizan.web.http;

import io.mizan.access.Mode;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Puts the id and the security headers on every answer. Set before the work, so that an answer that fails has them too;
 * whoever knows better (a page with a stricter policy) replaces them.
 */
public class CommonHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** For pages: everything from this server alone, nothing inline, and nobody may frame them. */
    private static final String PAGE_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'";

    /** For data: should a browser ever show it as a page, it may do nothing. */
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    @Inject
    transient Mode mode;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        answer.setHeader(RequestId.HEADER, RequestId.of(request));
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (isData(request)) {
            answer.setHeader("Content-Security-Policy", DATA_POLICY);
            answer.setHeader("Cache-Control", "no-store");
        } else {
            answer.setHeader("Content-Security-Policy", PAGE_POLICY);
        }
        if (mode == Mode.LIVE) {
            answer.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, answer);
    }

    private static boolean isData(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith("/webhooks/") || path.startsWith("/sandbox/");
    }
}
