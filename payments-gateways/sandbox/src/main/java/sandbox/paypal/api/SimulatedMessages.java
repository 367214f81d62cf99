package sandbox.paypal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.paypal.PayPalAccount;
import sandbox.paypal.event.PayPalWebhookSender;
import sandbox.paypal.wire.Json;
import sandbox.store.Events;
import sandbox.webhook.Sending;

/** A message as it would be sent now, which PayPal itself never shows. */
@Path("v1/notifications/simulated/{id}")
@RequestScoped
public class SimulatedMessages {
    @Inject
    PayPalWebhookSender sender;

    @Inject
    Events events;

    @Inject
    SimulatedClock clock;

    @GET
    @Produces("application/json")
    public JsonObject message(@PathParam("id") String id, @QueryParam("forged") @DefaultValue("false") boolean forged) {
        var event = events.find(PayPalAccount.GATEWAY, id)
                .orElseThrow(NotFoundException::new)
                .message();
        var headers = Json.object();
        sender.headers(new Sending(event, clock.now(), 0, Optional.empty(), forged))
                .forEach(headers::add);
        return Json.object().add("headers", headers).add("body", event.body()).build();
    }
}
