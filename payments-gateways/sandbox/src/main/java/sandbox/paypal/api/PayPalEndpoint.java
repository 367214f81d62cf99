package sandbox.paypal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes every request to the API and gives the answer, or none. */
@Path("{path: v[12]/.*}")
@RequestScoped
public class PayPalEndpoint {
    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest servletRequest;

    @Inject
    PayPalApi api;

    @GET
    public void get(@Suspended AsyncResponse response) {
        answer("GET", "", response);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public void post(byte[] body, @Suspended AsyncResponse response) {
        answer("POST", new String(body, StandardCharsets.UTF_8), response);
    }

    private void answer(String method, String body, AsyncResponse response) {
        api.react(new Request(
                        method,
                        "/" + uri.getPath().replaceFirst("^/", ""),
                        body,
                        header(HttpHeaders.AUTHORIZATION),
                        header("PayPal-Request-Id"),
                        header("Prefer").filter("return=representation"::equals).isPresent(),
                        header("PayPal-Mock-Response")))
                .to(response, servletRequest);
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(headers.getHeaderString(name)).filter(value -> !value.isBlank());
    }
}
