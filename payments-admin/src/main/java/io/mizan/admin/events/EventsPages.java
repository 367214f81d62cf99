package io.mizan.admin.events;

import io.mizan.admin.access.Sensitive;
import io.mizan.admin.access.Visitor;
import io.mizan.admin.orders.OrderListView.Filter;
import io.mizan.admin.orders.TimelineWords;
import io.mizan.admin.render.Flash;
import io.mizan.admin.render.GatewayNames;
import io.mizan.admin.render.Wording;
import io.mizan.explanation.ExplanationTexts;
import io.mizan.id.EventId;
import io.mizan.inbox.EventQuery;
import io.mizan.inbox.WebhookEvent;
import io.mizan.inbox.WebhookInbox;
import io.mizan.inbox.WebhookState;
import io.mizan.replay.ReplayEvents;
import io.mizan.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The callbacks of all gateways, and having one worked once more. */
@Controller
@Path("events")
@RequestScoped
@RolesAllowed({Roles.SUPPORT, Roles.FINANCE, Roles.OPERATOR, Roles.ADMINISTRATOR})
public class EventsPages {
    private static final int EVENTS_ON_A_PAGE = 25;

    @Inject
    Models models;

    @Inject
    MvcContext mvc;

    @Inject
    Wording wording;

    @Inject
    WebhookInbox inbox;

    @Inject
    ReplayEvents replays;

    @Inject
    GatewayNames gatewayNames;

    @Inject
    Visitor visitor;

    @Inject
    Flash flash;

    @GET
    public String list(
            @QueryParam("state") @DefaultValue("") String code, @QueryParam("after") @DefaultValue("") String after) {
        var state = stateOf(code);
        var found = inbox.page(new EventQuery(state, eventId(after), EVENTS_ON_A_PAGE + 1));
        var shown = found.subList(0, Math.min(found.size(), EVENTS_ON_A_PAGE));
        var writer = writer();
        Optional<String> next = found.size() > shown.size()
                ? Optional.of(
                        "?" + state.map(one -> "state=" + one.code() + "&").orElse("") + "after="
                                + shown.get(shown.size() - 1).id())
                : Optional.empty();
        models.put(
                "page",
                new EventListView(
                        filters(state), shown.stream().map(writer::line).toList(), next, after.isEmpty()));
        return "events.html";
    }

    @GET
    @Path("{event}")
    public String one(@PathParam("event") String id) {
        var event = require(id);
        Optional<ReplayEvents.Preview> preview = visitor.hasAnyRole(Roles.OPERATOR, Roles.ADMINISTRATOR)
                ? Optional.of(replays.preview(event))
                : Optional.empty();
        models.put("page", writer().view(event, preview));
        return "event.html";
    }

    @POST
    @Path("{event}/replay")
    @Sensitive
    @RolesAllowed({Roles.OPERATOR, Roles.ADMINISTRATOR})
    public Response replay(@PathParam("event") String id) {
        var event = require(id);
        var outcome = replays.replay(event.id(), visitor.required());
        flash.tell(wording.words().text("event.told." + outcome.name().toLowerCase(Locale.ROOT)));
        return Response.seeOther(
                        UriBuilder.fromPath("events/{event}").build(event.id().toString()))
                .build();
    }

    private List<Filter> filters(Optional<WebhookState> chosen) {
        var words = wording.words();
        var filters = new ArrayList<Filter>();
        filters.add(new Filter(words.text("events.filter.all"), "", chosen.isEmpty()));
        for (var state : WebhookState.values()) {
            filters.add(new Filter(
                    words.text("event.state." + state.code()),
                    "?state=" + state.code(),
                    chosen.filter(state::equals).isPresent()));
        }
        return List.copyOf(filters);
    }

    private WebhookEvent require(String id) {
        return eventId(id).flatMap(inbox::find).orElseThrow(NotFoundException::new);
    }

    private EventWriter writer() {
        var words = wording.words();
        var texts = new ExplanationTexts(mvc.getLocale(), gatewayNames);
        return new EventWriter(words, new TimelineWords(words, texts, gatewayNames), gatewayNames);
    }

    private static Optional<WebhookState> stateOf(String code) {
        return Arrays.stream(WebhookState.values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    private static Optional<EventId> eventId(String text) {
        try {
            return Optional.of(EventId.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
