package sandbox.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.rule.Rules;
import sandbox.store.LoggedEvent;
import sandbox.webhook.Deliveries;

/** The control API: JSON in, JSON out, no key, this machine only. */
@Path("api")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ControlApi {
    private static final int MOST = 200;

    @Inject
    Gateways gateways;

    @Inject
    Control control;

    @Inject
    Rules rules;

    @Inject
    RuleRequest ruleRequest;

    @Inject
    Messages messages;

    @Inject
    Deliveries deliveries;

    @Inject
    SimulatedClock clock;

    @GET
    @Path("clock")
    public String clock() {
        return ControlJson.clock(clock.now(), clock.offset()).toString();
    }

    @POST
    @Path("clock")
    public String moveClock(String body) {
        control.moveClock(ControlJson.fields(body));
        return clock();
    }

    @GET
    @Path("rules")
    public String rules() {
        return list(rules.inForce().stream().map(ControlJson::rule).toList());
    }

    @POST
    @Path("rules")
    public Response addRule(String body) {
        var rule = rules.add(ruleRequest.read(ControlJson.fields(body)));
        return Response.status(Response.Status.CREATED)
                .entity(ControlJson.rule(rule).toString())
                .build();
    }

    /** All rules, or those of one session. */
    @DELETE
    @Path("rules")
    public Response removeRules(@QueryParam("session") String session) {
        rules.removeAll(Optional.ofNullable(session));
        return Response.noContent().build();
    }

    @DELETE
    @Path("rules/{id: \\d+}")
    public Response removeRule(@PathParam("id") long id) {
        if (!rules.remove(id)) {
            throw ControlRefused.unknown("rule", String.valueOf(id));
        }
        return Response.noContent().build();
    }

    @GET
    @Path("{gateway}/sessions")
    public String sessions(
            @PathParam("gateway") String gateway,
            @QueryParam("reference") String reference,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return list(
                gateways
                        .named(gateway)
                        .sessions(Optional.ofNullable(reference), Math.max(1, Math.min(limit, MOST)))
                        .stream()
                        .map(ControlJson::session)
                        .toList());
    }

    @GET
    @Path("{gateway}/sessions/{id}")
    public String session(@PathParam("gateway") String gateway, @PathParam("id") String id) {
        return ControlJson.session(control.session(gateway, id)).toString();
    }

    @POST
    @Path("{gateway}/sessions/{id}/{act}")
    public String act(
            @PathParam("gateway") String gateway,
            @PathParam("id") String id,
            @PathParam("act") String act,
            String body) {
        return ControlJson.session(control.act(gateway, id, act, ControlJson.fields(body)))
                .toString();
    }

    @GET
    @Path("{gateway}/events")
    public String events(@PathParam("gateway") String gateway, @QueryParam("session") String session) {
        var simulator = gateways.named(gateway);
        var events = session == null ? messages.latest(simulator, MOST) : messages.ofSession(simulator, session);
        return list(events.stream().map(this::withDeliveries).toList());
    }

    @GET
    @Path("{gateway}/events/{id}")
    public String event(@PathParam("gateway") String gateway, @PathParam("id") String id) {
        return withDeliveries(control.event(gateway, id)).toString();
    }

    @POST
    @Path("{gateway}/events/{id}/{act}")
    public String actOnEvent(
            @PathParam("gateway") String gateway, @PathParam("id") String id, @PathParam("act") String act) {
        return withDeliveries(control.actOnEvent(gateway, id, act)).toString();
    }

    private JsonObject withDeliveries(LoggedEvent event) {
        return ControlJson.event(
                event,
                deliveries.ofEvent(event.message().id()).stream()
                        .map(delivery -> ControlJson.delivery(delivery, deliveries.attempts(delivery.id())))
                        .toList());
    }

    private static String list(List<JsonObject> members) {
        return ControlJson.list(members).toString();
    }
}
