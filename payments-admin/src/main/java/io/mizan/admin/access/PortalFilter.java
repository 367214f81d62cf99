package io.mizan.admin.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Tells browsers what a page of the portal may do, which is next to nothing, and that it is nobody else's to keep. Ends
 * sessions that are too old or were ended, and those of people who may no longer sign in. Leads nobody past a step of signing
 * in that they have not taken.
 */
@WebFilter("/admin/*")
public class PortalFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final String POLICY = "default-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'; object-src 'none'; script-src 'none'";

    /** Open before everything that signing in asks for was given. */
    private static final Set<String> ALWAYS = Set.of("/admin/login", "/admin/logout", "/admin/language");

    @Inject
    transient Visitor visitor;

    @Inject
    transient PortalSession session;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        if (isOver(request)) {
            request.logout();
            session.end();
            response.sendRedirect(request.getContextPath() + "/admin/login");
            return;
        }
        var step = stepBefore(request);
        if (step.isPresent()) {
            response.sendRedirect(request.getContextPath() + step.get());
            return;
        }
        chain.doFilter(request, response);
    }

    /** The page that somebody has to pass before the one that they ask for. */
    private Optional<String> stepBefore(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (request.getUserPrincipal() == null || ALWAYS.contains(path)) {
            return Optional.empty();
        }
        var stage = session.stage();
        if (stage == PortalSession.Stage.IN || path.equals(stage.page()) || path.startsWith(stage.page() + "/")) {
            return Optional.empty();
        }
        if (request.getMethod().equals("GET")) {
            session.want(path);
        }
        return Optional.of(stage.page());
    }

    private boolean isOver(HttpServletRequest request) {
        boolean signedIn = request.getUserPrincipal() != null && request.getSession(false) != null;
        return signedIn && (session.isOver() || visitor.member().isEmpty());
    }
}
