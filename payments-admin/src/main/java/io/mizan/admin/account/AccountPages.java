package io.mizan.admin.account;

import static java.util.stream.Collectors.joining;

import io.mizan.admin.access.Passwords;
import io.mizan.admin.access.PortalSession;
import io.mizan.admin.access.Sensitive;
import io.mizan.admin.access.Visitor;
import io.mizan.admin.render.Flash;
import io.mizan.admin.render.Wording;
import io.mizan.staff.PasswordRules;
import io.mizan.staff.SecondFactors;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** One's own account. Whatever changes it asks once more who somebody is. */
@Controller
@Path("account")
@RequestScoped
public class AccountPages {
    @Inject
    Models models;

    @Inject
    Wording wording;

    @Inject
    Visitor visitor;

    @Inject
    PortalSession session;

    @Inject
    SecondFactors factors;

    @Inject
    StaffSessions sessions;

    @Inject
    Staff staff;

    @Inject
    StaffAudit audit;

    @Inject
    Passwords passwords;

    @Inject
    Flash flash;

    /** Sessions are told in real time, so they are seen from it. */
    @GET
    public String account() {
        var member = visitor.required();
        var words = wording.wordsInRealTime();
        models.put(
                "page",
                new AccountView(
                        member.username(),
                        member.roles().stream()
                                .sorted()
                                .map(role -> words.text("role." + role))
                                .collect(joining(words.text("list.comma"))),
                        factors.isEnrolled(member),
                        words.text("recovery.left", factors.recoveryCodesLeft(member)),
                        sessions.openOf(member.id()).stream()
                                .map(one -> new AccountView.Session(
                                        one.address(),
                                        words.moment(one.begunAt()),
                                        session.row().filter(one.id()::equals).isPresent()))
                                .toList()));
        return "account.html";
    }

    /** Whoever was signed in with the old password elsewhere is not any more. */
    @POST
    @Path("password")
    @Sensitive
    public Response changePassword(
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("again") @DefaultValue("") String again) {
        var member = visitor.required();
        var objection =
                password.equals(again) ? PasswordRules.objection(password, member.username()) : Optional.of("not_same");
        if (objection.isEmpty()) {
            staff.setPassword(member.id(), passwords.hash(password.toCharArray()));
            sessions.endAll(member.id(), session.row());
            audit.record(member, StaffAct.PASSWORD_CHANGED, member.username(), Map.of());
        }
        return told("password.told." + objection.orElse("changed"));
    }

    @POST
    @Path("authenticator/remove")
    @Sensitive
    public Response removeAuthenticator() {
        var member = visitor.required();
        factors.remove(member.id());
        audit.record(member, StaffAct.AUTHENTICATOR_REMOVED, member.username(), Map.of());
        session.authenticatorGone(member);
        return told("authenticator.removed");
    }

    @POST
    @Path("sessions/end")
    @Sensitive
    public Response endOtherSessions() {
        var member = visitor.required();
        int ended = sessions.endAll(member.id(), session.row());
        audit.record(member, StaffAct.SESSIONS_ENDED, member.username(), Map.of("number", String.valueOf(ended)));
        return told("account.ended");
    }

    private Response told(String text) {
        flash.tell(wording.wordsInRealTime().text(text));
        return Response.seeOther(URI.create("/admin/account")).build();
    }
}
