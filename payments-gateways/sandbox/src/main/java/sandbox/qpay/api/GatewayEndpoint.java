package sandbox.qpay.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import sandbox.form.FormFields;

/** The one address of QPay. A payment comes from a browser, which is shown a page; the rest are calls of servers. */
@Path("api/gateway/2.0")
@RequestScoped
public class GatewayEndpoint {
    @Context
    HttpServletRequest servletRequest;

    @Inject
    BrowserForms browserForms;

    @Inject
    ServerCalls serverCalls;

    @POST
    @Consumes(MediaType.WILDCARD)
    public void post(byte[] body, @Suspended AsyncResponse response) {
        var message = new Message(FormFields.parse(new String(body, StandardCharsets.UTF_8)));
        if (message.action().equals(Message.PAY)) {
            response.resume(browserForms.open(message));
        } else {
            serverCalls.react(message).to(response, servletRequest);
        }
    }
}
