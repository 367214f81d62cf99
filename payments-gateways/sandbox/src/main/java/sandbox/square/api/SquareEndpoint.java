package sandbox.square.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes every request below {@code /square/v2} and gives the answer, or no answer. */
@Path("{path: .*}")
@RequestScoped
public class SquareEndpoint {
    @PathParam("path")
    String path;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest servletRequest;

    @Inject
    SquareApi api;

    @GET
    public void get(@Suspended AsyncResponse response) {
        answer("GET", "", response);
    }

    @DELETE
    public void delete(@Suspended AsyncResponse response) {
        answer("DELETE", "", response);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public void post(byte[] body, @Suspended AsyncResponse response) {
        answer("POST", new String(body, StandardCharsets.UTF_8), response);
    }

    private void answer(String method, String body, AsyncResponse response) {
        var authorization = Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        api.react(method, path, body, authorization).to(response, servletRequest);
    }
}
