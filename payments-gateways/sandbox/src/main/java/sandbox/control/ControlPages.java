package sandbox.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sandbox.rule.Rules;

/** The control page: everything that the API can do, as plain forms. Each act redirects back to what it changed. */
@Path("")
@RequestScoped
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ControlPages {
    private static final String BACK = "back";

    @Inject
    Control control;

    @Inject
    ControlViews views;

    @Inject
    Rules rules;

    @Inject
    RuleRequest ruleRequest;

    @GET
    public Response overview() {
        return views.overview(Optional.empty());
    }

    @GET
    @Path("{gateway}")
    public Response gateway(@PathParam("gateway") String gateway) {
        return views.gateway(gateway, Optional.empty());
    }

    @GET
    @Path("{gateway}/sessions/{id}")
    public Response session(@PathParam("gateway") String gateway, @PathParam("id") String id) {
        return views.session(gateway, id, Optional.empty());
    }

    @POST
    @Path("clock")
    public Response moveClock(MultivaluedMap<String, String> form) {
        return act(form, () -> control.moveClock(fields(form)));
    }

    @POST
    @Path("rules")
    public Response addRule(MultivaluedMap<String, String> form) {
        return act(form, () -> rules.add(ruleRequest.read(fields(form))));
    }

    @POST
    @Path("rules/clear")
    public Response clearRules(MultivaluedMap<String, String> form) {
        return act(form, () -> rules.removeAll(Optional.empty()));
    }

    @POST
    @Path("rules/{id: \\d+}/remove")
    public Response removeRule(@PathParam("id") long id, MultivaluedMap<String, String> form) {
        return act(form, () -> rules.remove(id));
    }

    @POST
    @Path("{gateway}/sessions/{id}/{act}")
    public Response actOnSession(
            @PathParam("gateway") String gateway,
            @PathParam("id") String id,
            @PathParam("act") String act,
            MultivaluedMap<String, String> form) {
        return act(form, () -> control.act(gateway, id, act, fields(form)));
    }

    @POST
    @Path("{gateway}/events/{id}/{act}")
    public Response actOnEvent(
            @PathParam("gateway") String gateway,
            @PathParam("id") String id,
            @PathParam("act") String act,
            MultivaluedMap<String, String> form) {
        return act(form, () -> control.actOnEvent(gateway, id, act));
    }

    private Response act(MultivaluedMap<String, String> form, Runnable act) {
        try {
            act.run();
        } catch (ControlRefused refused) {
            return views.overview(Optional.of(refused));
        }
        var back = Optional.ofNullable(form.getFirst(BACK))
                .filter(path -> path.matches("/control(/[A-Za-z0-9_]+)*"))
                .orElse("/control");
        return Response.seeOther(URI.create(back)).build();
    }

    private static Map<String, String> fields(MultivaluedMap<String, String> form) {
        var fields = new LinkedHashMap<String, String>();
        form.forEach((name, values) -> fields.put(name, values.get(0)));
        fields.remove(BACK);
        return new HashMap<>(fields);
    }
}
