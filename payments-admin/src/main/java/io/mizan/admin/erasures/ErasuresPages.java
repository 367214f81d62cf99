package io.mizan.admin.erasures;

import io.mizan.admin.access.Sensitive;
import io.mizan.admin.access.Visitor;
import io.mizan.admin.render.Flash;
import io.mizan.admin.render.Wording;
import io.mizan.erasure.Erasures;
import io.mizan.id.ErasureId;
import io.mizan.id.OrderId;
import io.mizan.order.OrderSnapshot;
import io.mizan.order.Orders;
import io.mizan.secrets.CardNumbers;
import io.mizan.staff.Roles;
import io.mizan.staff.StaffMember;
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
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;

/** Asking that a customer be erased, and deciding about it. Whoever asks does not decide. */
@Controller
@Path("/")
@RequestScoped
@RolesAllowed(Roles.ADMINISTRATOR)
public class ErasuresPages {
    private static final int MOST_SHOWN = 100;
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 200;

    @Inject
    Models models;

    @Inject
    Wording wording;

    @Inject
    Erasures erasures;

    @Inject
    Orders orders;

    @Inject
    Visitor visitor;

    @Inject
    Flash flash;

    @GET
    @Path("erasures")
    public String list() {
        var words = wording.words();
        var member = visitor.required();
        models.put(
                "page",
                new ErasureListView(erasures.latest(MOST_SHOWN).stream()
                        .map(wish -> ErasureView.of(wish, wish.requesterId().equals(member.id()), words))
                        .toList()));
        return "erasures.html";
    }

    @GET
    @Path("orders/{order}/erasure")
    @RolesAllowed({Roles.SUPPORT, Roles.OPERATOR, Roles.ADMINISTRATOR})
    public String question(@PathParam("order") String id) {
        var order = order(id);
        models.put(
                "page",
                new ErasureFormView(
                        order.id().toString(),
                        order.reference(),
                        wording.words().text("erasure.others", erasures.others(order))));
        return "erasure.html";
    }

    @POST
    @Path("orders/{order}/erasure")
    @RolesAllowed({Roles.SUPPORT, Roles.OPERATOR, Roles.ADMINISTRATOR})
    public Response request(@PathParam("order") String id, @FormParam("reason") @DefaultValue("") String reason) {
        var order = order(id);
        var said = reason.strip();
        var refused = refusal(said, order);
        var told = refused.orElseGet(
                () -> erasures.request(order, said, visitor.required()).isPresent() ? "requested" : "under_way");
        flash.tell(wording.words().text("erasure.told." + told));
        var back = refused.isPresent() ? "/admin/orders/{order}/erasure" : "/admin/orders/{order}";
        return Response.seeOther(UriBuilder.fromPath(back).build(order.id().toString()))
                .build();
    }

    @POST
    @Sensitive
    @Path("erasures/{erasure}/approve")
    public Response approve(@PathParam("erasure") String id) {
        return decide(id, "approved", erasures::approve);
    }

    @POST
    @Path("erasures/{erasure}/reject")
    public Response reject(@PathParam("erasure") String id) {
        return decide(id, "rejected", erasures::reject);
    }

    private Response decide(String text, String taken, BiFunction<ErasureId, StaffMember, Erasures.Decision> deciding) {
        var decision = deciding.apply(erasureId(text), visitor.required());
        flash.tell(wording.words()
                .text("erasure.told."
                        + switch (decision) {
                            case TAKEN -> taken;
                            case OWN_WISH -> "own";
                            case TOO_LATE -> "too_late";
                        }));
        return Response.seeOther(URI.create("/admin/erasures")).build();
    }

    /** What is wrong with the reason that somebody gave. */
    private Optional<String> refusal(String reason, OrderSnapshot order) {
        if (CardNumbers.isIn(reason)) {
            return Optional.of("card_number");
        }
        if (erasures.isNamedIn(reason, order)) {
            return Optional.of("named");
        }
        return reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON
                ? Optional.of("reason")
                : Optional.empty();
    }

    private OrderSnapshot order(String text) {
        try {
            return orders.find(OrderId.fromString(text)).orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException(none);
        }
    }

    private static ErasureId erasureId(String text) {
        try {
            return ErasureId.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException(none);
        }
    }
}
