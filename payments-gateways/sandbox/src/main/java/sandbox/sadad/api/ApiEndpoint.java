package sandbox.sadad.api;

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
import java.util.Optional;
import sandbox.form.FormFields;
import sandbox.sadad.SadadAccount;

/** Takes every call of a server; a GET may have a body here. */
@Path("api/{group: userbusinesses|transactions}/{operation}")
@RequestScoped
public class ApiEndpoint {
    @PathParam("operation")
    String operation;

    @Context
    HttpServletRequest request;

    @Inject
    SadadApi api;

    @Inject
    SadadAccount account;

    @GET
    public void get(@Suspended AsyncResponse response) throws IOException {
        answer(response);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public void post(@Suspended AsyncResponse response) throws IOException {
        answer(response);
    }

    private void answer(AsyncResponse response) throws IOException {
        var body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var query =
                FormFields.parse(Optional.ofNullable(request.getQueryString()).orElse(""));
        api.react(operation, query, body, isAuthenticated()).to(response, request);
    }

    private boolean isAuthenticated() {
        return api.token().equals(request.getHeader("Authorization"))
                && ("https://" + account.website()).equals(request.getHeader("Origin"))
                && request.getHeader("User-Agent") != null;
    }
}
