package sandbox.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;

/**
 * Serves this machine and nobody else. The control page can make payments fail and succeed without any password, so it must
 * never stand on a public address, whatever the server's listener was configured to.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class LoopbackOnly extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isLoopback(request.getLocalAddr()) && isLoopback(request.getRemoteAddr())) {
            request.setAttribute(DroppedConnection.ATTRIBUTE, request); // the server's own: later ones are wrapped
            chain.doFilter(request, response);
        } else {
            response.sendError(
                    HttpServletResponse.SC_FORBIDDEN, "The simulators serve 127.0.0.1 only; bind the server to it.");
        }
    }

    /** Both come from the container as numbers, so nothing is looked up. */
    private static boolean isLoopback(String address) throws IOException {
        return InetAddress.getByName(address).isLoopbackAddress();
    }
}
