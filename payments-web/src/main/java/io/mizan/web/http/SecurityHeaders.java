package io.mizan.web.http;

import static java.util.stream.Collectors.joining;

import io.mizan.access.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;

/** What every answer says to browsers, whatever it answers. Whoever knows better replaces some of it. */
@ApplicationScoped
public class SecurityHeaders {
    private static final String PAGE_POLICY = pagePolicy(List.of());

    /** For data: should a browser ever show it as a page, it may do nothing. */
    private static final String DATA_POLICY =
            "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

    private static final List<String> DATA =
            List.of("/api/", "/webhooks/", "/sandbox/", "/health", "/metrics", "/openapi");

    private static final List<String> PERSONAL = List.of("/admin", "/return/");

    private final Mode mode;

    /** For the proxy of the container only. */
    protected SecurityHeaders() {
        this(null);
    }

    @Inject
    public SecurityHeaders(Mode mode) {
        this.mode = mode;
    }

    /**
     * For pages: everything from this server alone, nothing inline, and nobody may frame them.
     *
     * @param forms where else a form of the page may lead
     */
    public static String pagePolicy(List<URI> forms) {
        var elsewhere = forms.stream()
                .map(uri -> " " + uri.getScheme() + "://" + uri.getRawAuthority())
                .collect(joining());
        return "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'" + elsewhere
                + "; frame-ancestors 'none'";
    }

    public void put(HttpServletRequest request, HttpServletResponse answer) {
        answer.setHeader(RequestId.HEADER, RequestId.of(request));
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        var path = request.getRequestURI().substring(request.getContextPath().length());
        boolean data = DATA.stream().anyMatch(path::startsWith);
        answer.setHeader("Content-Security-Policy", data ? DATA_POLICY : PAGE_POLICY);
        if (data || PERSONAL.stream().anyMatch(path::startsWith)) {
            answer.setHeader("Cache-Control", "no-store");
        }
        if (mode == Mode.LIVE) {
            answer.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
