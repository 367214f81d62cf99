package sandbox.stripe.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Takes every request below {@code /v1} and gives the answer, or no answer: silence is kept without holding a thread. */
@Path("{path: .*}")
@RequestScoped
public class StripeEndpoint {
    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest servletRequest;

    @Inject
    StripeApi api;

    @GET
    public void get(@Suspended AsyncResponse response) {
        answer("GET", query(), response);
    }

    @DELETE
    public void delete(@Suspended AsyncResponse response) {
        answer("DELETE", query(), response);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public void post(byte[] body, @Suspended AsyncResponse response) {
        answer("POST", new String(body, StandardCharsets.UTF_8), response);
    }

    private void answer(String method, String encoded, AsyncResponse response) {
        var reaction = api.react(new Request(
                method,
                uri.getRequestUri().getPath(),
                encoded,
                header(HttpHeaders.AUTHORIZATION),
                header("Idempotency-Key"),
                header("Stripe-Account"),
                header("Stripe-Version")));
        reaction.to(response, servletRequest);
    }

    private String query() {
        return Optional.ofNullable(uri.getRequestUri().getRawQuery()).orElse("");
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(headers.getHeaderString(name)).filter(value -> !value.isBlank());
    }
}
