package io.mizan.admin.access;

import io.mizan.admin.render.Flash;
import io.mizan.admin.render.Messages;
import io.mizan.staff.PasswordRules;
import io.mizan.staff.SetUps;
import io.mizan.staff.Staff;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where a link leads that somebody sets their password with. Open to whoever has it, and works once. */
@Controller
@Path("set-up/{token}")
@RequestScoped
public class SetUpPages {
    @Inject
    Models models;

    @Inject
    MvcContext mvc;

    @Inject
    SetUps setUps;

    @Inject
    Staff staff;

    @Inject
    StaffSessions sessions;

    @Inject
    StaffAudit audit;

    @Inject
    Passwords passwords;

    @Inject
    Flash flash;

    @PathParam("token")
    String token;

    @GET
    public Response form() {
        return page(Response.Status.OK, expected(), Optional.empty());
    }

    @POST
    public Response setPassword(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("again") @DefaultValue("") String again) {
        var expected = expected();
        var objection = password.equals(again)
                ? PasswordRules.objection(password, expected.username())
                : Optional.of("not_same");
        if (objection.isPresent()) {
            return page(Response.Status.BAD_REQUEST, expected, Optional.of("password.told." + objection.get()));
        }
        if (!setUps.use(token, code)) {
            return page(Response.Status.BAD_REQUEST, expected, Optional.of("setup.wrong"));
        }
        staff.setPassword(expected.staff(), passwords.hash(password.toCharArray()));
        sessions.endAll(expected.staff(), Optional.empty());
        staff.find(expected.username())
                .ifPresent(person ->
                        audit.record(person.member(), StaffAct.PASSWORD_SET_UP, expected.username(), Map.of()));
        flash.tell(text("setup.done"));
        return Response.seeOther(URI.create("/admin/login")).build();
    }

    private SetUps.Expected expected() {
        return setUps.find(token).orElseThrow(NotFoundException::new);
    }

    private Response page(Response.Status status, SetUps.Expected expected, Optional<String> refusal) {
        models.put(
                "page",
                new SetUpView(
                        token,
                        expected.username(),
                        expected.displayName(),
                        expected.needsCode(),
                        refusal.map(this::text)));
        return Response.status(status).entity("set-up.html").build();
    }

    private String text(String key) {
        return Messages.in(mvc.getLocale()).text(key);
    }
}
