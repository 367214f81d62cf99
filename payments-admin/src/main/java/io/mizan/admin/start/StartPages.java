package io.mizan.admin.start;

import io.mizan.admin.access.Visitor;
import io.mizan.admin.render.Wording;
import io.mizan.attention.Attention;
import io.mizan.gatewayaccount.GatewayAccounts;
import io.mizan.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The page after signing in. */
@Controller
@Path("/")
@RequestScoped
@RolesAllowed({Roles.SUPPORT, Roles.FINANCE, Roles.OPERATOR, Roles.ADMINISTRATOR})
public class StartPages {
    @Inject
    Models models;

    @Inject
    Wording wording;

    @Inject
    Attention attention;

    @Inject
    GatewayAccounts accounts;

    @Inject
    Visitor visitor;

    @GET
    public String now() {
        var words = wording.words();
        var concern = new Concern(
                visitor.hasAnyRole(Roles.OPERATOR, Roles.ADMINISTRATOR),
                visitor.hasAnyRole(Roles.ADMINISTRATOR),
                accounts.faultsByName(),
                words);
        models.put("page", concern.view(attention.now(visitor.required())));
        return "start.html";
    }
}
