package io.mizan.admin.chains;

import io.mizan.admin.access.Visitor;
import io.mizan.admin.chains.ChainsView.Check;
import io.mizan.admin.render.Flash;
import io.mizan.admin.render.Wording;
import io.mizan.chain.Anchoring;
import io.mizan.chain.ChainChecks;
import io.mizan.staff.Roles;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Map;

/** What the last verification of all chains found, and a button for the next. A worker does it. */
@Controller
@Path("chains")
@RequestScoped
@RolesAllowed({Roles.OPERATOR, Roles.ADMINISTRATOR})
public class ChainsPages {
    @Inject
    Models models;

    @Inject
    Wording wording;

    @Inject
    ChainChecks checks;

    @Inject
    Anchoring anchoring;

    @Inject
    Visitor visitor;

    @Inject
    StaffAudit audit;

    @Inject
    Flash flash;

    @GET
    public String show() {
        var words = wording.words();
        models.put(
                "page",
                new ChainsView(
                        anchoring.newest().map(String::valueOf), checks.latest().map(check -> Check.of(check, words))));
        return "chains.html";
    }

    @POST
    public Response verify() {
        var member = visitor.required();
        boolean started = checks.request(member.actor());
        if (started) {
            audit.record(member, StaffAct.CHAIN_CHECK_REQUESTED, "chains", Map.of());
        }
        flash.tell(wording.words().text(started ? "chains.started" : "chains.going_on"));
        return Response.seeOther(UriBuilder.fromPath("/admin/chains").build()).build();
    }
}
