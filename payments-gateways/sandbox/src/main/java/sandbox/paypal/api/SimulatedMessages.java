package sandbox.paypal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
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
import sandbox.webhook.OutgoingEvent;
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
        return signed(event(id), forged);
    }

    /** The same message as it would be sent with another body. */
    @POST
    @Produces("application/json")
    public JsonObject messageWith(@PathParam("id") String id, JsonObject wanted) {
        var event = event(id);
        return signed(new OutgoingEvent(event.id(), event.type(), wanted.getString("body")), false);
    }

    private OutgoingEvent event(String id) {
        return events.find(PayPalAccount.GATEWAY, id)
                .orElseThrow(NotFoundException::new)
                .message();
    }

    private JsonObject signed(OutgoingEvent event, boolean forged) {
        var headers = Json.object();
        sender.headers(new Sending(event, clock.now(), 0, Optional.empty(), forged))
                .forEach(headers::add);
        return Json.object().add("headers", headers).add("body", event.body()).build();
    }
}
