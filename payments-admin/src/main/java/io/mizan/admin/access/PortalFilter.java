package io.mizan.admin.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells browsers what a page of the portal may do, which is next to nothing, and that it is nobody else's to keep. Ends
 * sessions that are too old, and those of people who may no longer sign in.
 */
@WebFilter("/admin/*")
public class PortalFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final String POLICY = "default-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'; object-src 'none'; script-src 'none'";

    @Inject
    transient Visitor visitor;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-store");
        if (isOver(request)) {
            request.logout();
            request.getSession().invalidate();
            response.sendRedirect(request.getContextPath() + "/admin/login");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpServletRequest request) {
        if (request.getUserPrincipal() == null || request.getSession(false) == null) {
            return false;
        }
        return SessionAge.isOver(request.getSession(false)) || visitor.member().isEmpty();
    }
}
