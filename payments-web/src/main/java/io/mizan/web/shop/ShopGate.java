package io.mizan.web.shop;

import io.mizan.access.Mode;
import io.mizan.web.http.SecurityHeaders;
import io.mizan.web.sandbox.SandboxSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** In live mode there is no demonstration shop. Elsewhere it may send its customers on to the simulators by a form. */
public class ShopGate extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Mode mode;

    @Inject
    transient SandboxSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (mode == Mode.SANDBOX) {
            answer.setHeader(
                    "Content-Security-Policy",
                    SecurityHeaders.pagePolicy(settings.simulators().stream().toList()));
            chain.doFilter(request, answer);
        } else {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
