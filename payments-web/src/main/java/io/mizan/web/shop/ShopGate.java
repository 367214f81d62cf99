package io.mizan.web.shop;

import io.mizan.access.Mode;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** In live mode there is no demonstration shop. */
public class ShopGate extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Mode mode;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (mode == Mode.SANDBOX) {
            chain.doFilter(request, answer);
        } else {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
