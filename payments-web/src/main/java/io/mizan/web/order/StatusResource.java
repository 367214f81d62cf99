package io.mizan.web.order;

import io.mizan.access.Scope;
import io.mizan.checkout.CheckoutStatus;
import io.mizan.id.OrderId;
import io.mizan.web.access.Needs;
import io.mizan.web.access.OrderAccess;
import io.mizan.web.access.Roles;
import io.mizan.web.page.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** How an order stands, for the page on which the customer waits. */
@Path("v1/orders/{id}/status")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.MERCHANT, Roles.BROWSER})
public class StatusResource {
    @Inject
    OrderAccess access;

    @Inject
    CheckoutStatus status;

    /** A browser that came back without the order's secret may read once, with the code of its return address. */
    @GET
    @Needs(Scope.READ)
    public StatusView get(@PathParam("id") OrderId id, @Context UriInfo uri) {
        var code = Query.of(uri, Set.of("code")).value("code", text -> text);
        access.checkStatus(id, code);
        return StatusView.of(id, status.of(id));
    }
}
