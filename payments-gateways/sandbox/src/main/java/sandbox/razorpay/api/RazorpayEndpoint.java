package sandbox.razorpay.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Takes every request to the API and gives the answer, or none. */
@Path("v1/{path: .*}")
@RequestScoped
public class RazorpayEndpoint {
    @PathParam("path")
    String path;

    @QueryParam("receipt")
    String receipt;

    @Context
    HttpHeaders headers;

    @Context
    HttpServletRequest servletRequest;

    @Inject
    RazorpayApi api;

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
        api.react(new RazorpayApi.Request(
                        method,
                        path,
                        Optional.ofNullable(receipt),
                        body,
                        Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION)),
                        Optional.ofNullable(headers.getHeaderString("X-Refund-Idempotency"))))
                .to(response, servletRequest);
    }
}
