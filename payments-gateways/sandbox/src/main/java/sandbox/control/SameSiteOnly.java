package sandbox.control;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Lets no other web site steer the simulators through the browser of somebody who has them running: the address must be
 * this machine's, and a page that sends a form must be ours. Programs send no Origin and pass.
 */
public class SameSiteOnly implements ContainerRequestFilter {
    private static final Set<String> OURS = Set.of("127.0.0.1", "localhost", "[::1]");

    @Override
    public void filter(ContainerRequestContext request) {
        var host =
                Optional.ofNullable(request.getHeaderString(HttpHeaders.HOST)).orElse("");
        var origin = Optional.ofNullable(request.getHeaderString("Origin"));
        var foreign = origin.filter(from -> !from.equals("http://" + host) && !from.equals("https://" + host));
        // a form that was sent under our own no-referrer policy comes from "null"; the browser still says whose it is
        var ownForm = "same-origin".equals(request.getHeaderString("Sec-Fetch-Site"));
        if (!OURS.contains(hostName(host)) || (foreign.isPresent() && !ownForm)) {
            request.abortWith(Response.status(Response.Status.FORBIDDEN)
                    .entity("The control page is for this machine and this site only.")
                    .build());
        }
    }

    private static String hostName(String host) {
        try {
            return Optional.ofNullable(URI.create("http://" + host).getHost()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
