package sandbox.cybersource.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sandbox.clock.SimulatedClock;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.cybersource.signature.RestSignature;

/** Takes every call of a server, below {@code /cybersource/rest}. */
@Path("rest/{path: .+}")
@RequestScoped
public class RestEndpoint {
    /** CyberSource's interface lies at the root of its host, and its library signs the path so. */
    private static final String PLACE = CyberSourceAccount.PATH + "/rest";

    @PathParam("path")
    String path;

    @Context
    HttpServletRequest request;

    @Inject
    RestApi api;

    @Inject
    CyberSourceAccount account;

    @Inject
    SimulatedClock clock;

    @GET
    public void get(@Suspended AsyncResponse response) {
        answer(response, "");
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public void post(@Suspended AsyncResponse response) throws IOException {
        answer(response, new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private void answer(AsyncResponse response, String body) {
        var target = request.getRequestURI()
                + Optional.ofNullable(request.getQueryString())
                        .map(query -> "?" + query)
                        .orElse("");
        var genuine = Stream.of(target, target.substring(PLACE.length())).anyMatch(signed -> isGenuine(signed, body));
        api.react(request.getMethod(), path, body, genuine).to(response, request);
    }

    private boolean isGenuine(String target, String body) {
        var call = new RestSignature.Call(
                request.getMethod(), target, name -> Optional.ofNullable(request.getHeader(name)), body);
        return new RestSignature(account.api()).isGood(call, List.of(clock.now().minus(clock.offset()), clock.now()));
    }
}
