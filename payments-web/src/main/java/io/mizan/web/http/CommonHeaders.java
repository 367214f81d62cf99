package io.mizan.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Puts the id and the security headers on every answer. Before the work, so that an answer that fails has them too. */
public class CommonHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient SecurityHeaders headers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        headers.put(request, answer);
        chain.doFilter(request, answer);
    }
}
