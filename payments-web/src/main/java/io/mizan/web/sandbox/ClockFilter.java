package io.mizan.web.sandbox;

import io.mizan.access.Mode;
import io.mizan.time.SandboxTime;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** In a sandbox, every request works at the time that the sandbox has now, whichever instance moved it. */
public class ClockFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ClockFilter.class.getName());

    @Inject
    transient Mode mode;

    @Inject
    transient SandboxTime time;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (mode == Mode.SANDBOX) {
            try {
                time.read();
            } catch (RuntimeException databaseAway) {
                // The work itself will say so, in the words that fit it.
                LOG.log(Level.FINE, "event=sandbox.clock outcome=unread", databaseAway);
            }
        }
        chain.doFilter(request, answer);
    }
}
