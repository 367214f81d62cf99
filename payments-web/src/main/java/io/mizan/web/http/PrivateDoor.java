package io.mizan.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Before the portal, the metrics and the description of the API: where the deployment lists addresses, there is nothing
 * here for anybody else.
 */
public class PrivateDoor extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient AddressList known;

    @Inject
    transient ClientAddress client;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (known.admits(client.value().orElse(""))) {
            chain.doFilter(request, answer);
        } else {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
