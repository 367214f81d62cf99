package io.mizan.admin.people;

import io.mizan.admin.access.Sensitive;
import io.mizan.admin.access.Visitor;
import io.mizan.admin.render.Flash;
import io.mizan.admin.render.ShownOnce;
import io.mizan.admin.render.Wording;
import io.mizan.administration.Administration;
import io.mizan.administration.Administration.Outcome;
import io.mizan.approval.Wish;
import io.mizan.checkout.CheckoutSettings;
import io.mizan.staff.Roles;
import io.mizan.staff.SetUps;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffSessions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adding people, and changing what they may do. In live mode another administrator approves each change. */
@Controller
@Path("people")
@RequestScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class PeoplePages {
    @Inject
    Models models;

    @Inject
    Wording wording;

    @Inject
    Staff staff;

    @Inject
    StaffSessions sessions;

    @Inject
    StaffAudit audit;

    @Inject
    Administration administration;

    @Inject
    CheckoutSettings settings;

    @Inject
    Visitor visitor;

    @Inject
    Flash flash;

    @GET
    public String list() {
        var words = wording.wordsInRealTime();
        models.put(
                "page",
                new PeopleView(
                        staff.all().stream()
                                .map(person -> PersonView.of(person, words))
                                .toList(),
                        PersonView.choices(words, Roles.SUPPORT),
                        administration.needsSecondPerson()));
        return "people.html";
    }

    @GET
    @Path("{person}")
    public String one(@PathParam("person") String username) {
        var person = staff.find(username).orElseThrow(NotFoundException::new);
        models.put(
                "page",
                new PersonPageView(
                        PersonView.of(person, wording.wordsInRealTime()),
                        sessions.openOf(person.member().id()).stream()
                                .map(StaffSessions.Session::address)
                                .toList(),
                        administration.needsSecondPerson()));
        return "person.html";
    }

    @POST
    @Sensitive
    public Response add(
            @FormParam("username") @DefaultValue("") String username,
            @FormParam("display_name") @DefaultValue("") String displayName,
            @FormParam("role") List<String> roles) {
        var token = SetUps.newToken();
        var outcome = change(
                StaffAct.PERSON_ADDED,
                username.strip(),
                Map.of(
                        "display_name", displayName.strip(),
                        "roles", joined(roles),
                        "token_hash", SetUps.hash(token)));
        return withLink(outcome, username.strip(), token);
    }

    @POST
    @Path("{person}/set-up")
    @Sensitive
    public Response renewSetUp(@PathParam("person") String username) {
        var token = SetUps.newToken();
        var outcome = change(StaffAct.PERSON_SET_UP_RENEWED, username, Map.of("token_hash", SetUps.hash(token)));
        return withLink(outcome, username, token);
    }

    @POST
    @Path("{person}/roles")
    @Sensitive
    public Response changeRoles(@PathParam("person") String username, @FormParam("role") List<String> roles) {
        return told(change(StaffAct.PERSON_ROLES_CHANGED, username, Map.of("roles", joined(roles))));
    }

    @POST
    @Path("{person}/disable")
    @Sensitive
    public Response disable(@PathParam("person") String username) {
        return told(change(StaffAct.PERSON_DISABLED, username, Map.of()));
    }

    @POST
    @Path("{person}/enable")
    @Sensitive
    public Response enable(@PathParam("person") String username) {
        return told(change(StaffAct.PERSON_ENABLED, username, Map.of()));
    }

    @POST
    @Path("{person}/authenticator/reset")
    @Sensitive
    public Response resetAuthenticator(@PathParam("person") String username) {
        return told(change(StaffAct.PERSON_AUTHENTICATOR_RESET, username, Map.of()));
    }

    /** Takes nothing from anybody but the time to sign in again, so it waits for nobody. */
    @POST
    @Path("{person}/sessions/end")
    @Sensitive
    public Response endSessions(@PathParam("person") String username) {
        var person = staff.find(username).orElseThrow(NotFoundException::new);
        int ended = sessions.endAll(person.member().id(), Optional.empty());
        audit.record(visitor.required(), StaffAct.SESSIONS_ENDED, username, Map.of("number", String.valueOf(ended)));
        return told(new Outcome.Done(Map.of()));
    }

    private Outcome change(StaffAct act, String username, Map<String, String> detail) {
        if (!Staff.isUsername(username)) {
            return new Outcome.Refused("username");
        }
        return administration.change(new Wish(act.code(), username, detail), visitor.required());
    }

    /** Whoever asked is shown the link, also when another has to approve: it works from then on, with that one's code. */
    private Response withLink(Outcome outcome, String username, String token) {
        boolean waits = outcome instanceof Outcome.Waits;
        if (!waits && !(outcome instanceof Outcome.Done)) {
            return told(outcome);
        }
        var words = wording.wordsInRealTime();
        models.put(
                "page",
                new ShownOnce(
                        "people",
                        words.text("setup.link.title", username),
                        words.text("setup.link"),
                        settings.publicUrl() + "/admin/set-up/" + token,
                        Optional.of(words.text(waits ? "setup.link.waits" : "setup.link.works"))));
        return Response.ok("shown-once.html").build();
    }

    private Response told(Outcome outcome) {
        var words = wording.wordsInRealTime();
        String sentence;
        if (outcome instanceof Outcome.Refused refused) {
            sentence = words.text("approval.refused." + refused.reason());
        } else if (outcome instanceof Outcome.Waits) {
            sentence = words.text("approval.told.waits");
        } else if (outcome instanceof Outcome.WaitsAlready) {
            sentence = words.text("approval.told.waits_already");
        } else {
            sentence = words.text("approval.told.done");
        }
        flash.tell(sentence);
        return Response.seeOther(URI.create("/admin/people")).build();
    }

    private static String joined(List<String> roles) {
        return String.join(",", roles.stream().sorted().toList());
    }
}
