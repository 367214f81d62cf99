package io.mizan.admin.orders;

import io.mizan.admin.access.Visitor;
import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Badges;
import io.mizan.admin.render.Flash;
import io.mizan.admin.render.GatewayNames;
import io.mizan.admin.render.Language;
import io.mizan.admin.render.Messages;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Wording;
import io.mizan.admin.render.Words;
import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.attempt.ProviderRefs;
import io.mizan.customer.People;
import io.mizan.explanation.Dossier;
import io.mizan.explanation.Dossiers;
import io.mizan.explanation.ExplanationTexts;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.invariant.ProofByReplay;
import io.mizan.order.OrderStatus;
import io.mizan.order.Orders;
import io.mizan.reconciliation.AskGateway;
import io.mizan.search.OrderListQuery;
import io.mizan.search.OrderListQuery.Only;
import io.mizan.search.OrderRow;
import io.mizan.search.OrderSearch;
import io.mizan.secrets.CardNumbers;
import io.mizan.staff.Roles;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.timeline.Timeline;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finding orders, reading one, and having its gateway asked. */
@Controller
@Path("/")
@RequestScoped
@RolesAllowed({Roles.SUPPORT, Roles.FINANCE, Roles.OPERATOR, Roles.ADMINISTRATOR})
public class OrdersPages {
    private static final int ORDERS_ON_A_PAGE = 25;
    private static final int ENTRIES_ON_A_PAGE = 200;

    @Inject
    Models models;

    @Inject
    MvcContext mvc;

    @Inject
    Wording wording;

    @Inject
    Visitor visitor;

    @Inject
    Flash flash;

    @Inject
    OrderSearch search;

    @Inject
    Orders orders;

    @Inject
    ProofByReplay proofs;

    @Inject
    Dossiers dossiers;

    @Inject
    Timeline timeline;

    @Inject
    ProviderRefs refs;

    @Inject
    Attempts attempts;

    @Inject
    People people;

    @Inject
    GatewayNames gatewayNames;

    @Inject
    AskGateway askGateway;

    @Inject
    StaffAudit audit;

    @GET
    @Path("orders")
    public String latest(
            @QueryParam("status") @DefaultValue("") String status,
            @QueryParam("attention") boolean attention,
            @QueryParam("overdue") boolean overdue,
            @QueryParam("after") @DefaultValue("") String after) {
        var wanted = statusOf(status);
        var only = overdue ? Only.OVERDUE : attention ? Only.SURPRISING : Only.ANY;
        var found = search.page(new OrderListQuery(wanted, only, orderId(after), ORDERS_ON_A_PAGE + 1));
        var shown = found.subList(0, Math.min(found.size(), ORDERS_ON_A_PAGE));
        var filters = new OrderFilters(wanted, only);
        Optional<String> next = found.size() > shown.size()
                ? Optional.of(filters.after(shown.get(shown.size() - 1).id()))
                : Optional.empty();
        var words = wording.words();
        models.put(
                "page",
                new OrderListView(false, "", filters.choices(words), lines(shown, words), next, after.isEmpty()));
        return "orders.html";
    }

    /**
     * A form and not an address: what is looked for may be an e-mail address, which belongs into no log. A card number is
     * in no order, and is not even shown again.
     */
    @POST
    @Path("search")
    public Response find(@FormParam("term") @DefaultValue("") String term) {
        var found = search.find(term);
        if (found.size() == 1) {
            return Response.seeOther(pageOf(found.get(0).id())).build();
        }
        var shownAgain = CardNumbers.isIn(term) ? "" : term;
        models.put(
                "page",
                new OrderListView(true, shownAgain, List.of(), lines(found, wording.words()), Optional.empty(), true));
        return Response.ok("orders.html").build();
    }

    @GET
    @Path("orders/{order}")
    public String order(@PathParam("order") String id, @QueryParam("entries_after") @DefaultValue("0") long seen) {
        var dossier = orderId(id).flatMap(dossiers::find).orElseThrow(NotFoundException::new);
        models.put("page", new OrderWriter(language(), gatewayNames).write(reading(dossier, seen)));
        return "order.html";
    }

    /** Derives the order once more from its facts; changes nothing. */
    @GET
    @Path("orders/{order}/proof")
    public String proof(@PathParam("order") String id) {
        var order = orderId(id).flatMap(orders::find).orElseThrow(NotFoundException::new);
        var differences = proofs.of(order.id());
        var words = wording.words();
        boolean proven = differences.isEmpty();
        models.put(
                "page",
                new ProofView(
                        order.id().toString(),
                        order.reference(),
                        new Badge(words.text(proven ? "proof.proven" : "proof.differs"), proven ? Tone.GOOD : Tone.BAD),
                        words.text(proven ? "proof.proven.sentence" : "proof.differs.sentence"),
                        new Differences(words, new ExplanationTexts(language().locale(), gatewayNames)::reason)
                                .of(differences)));
        return "proof.html";
    }

    @POST
    @Path("attempts/{attempt}/inquiry")
    @RolesAllowed({Roles.SUPPORT, Roles.OPERATOR, Roles.ADMINISTRATOR})
    public Response ask(@PathParam("attempt") String id) {
        var attempt = attemptId(id).flatMap(attempts::find).orElseThrow(NotFoundException::new);
        var member = visitor.required();
        audit.record(
                member,
                StaffAct.INQUIRY_REQUESTED,
                attempt.id().toString(),
                Map.of("order", attempt.order().toString()));
        askGateway.now(attempt.id(), member.actor());
        flash.tell(Messages.in(mvc.getLocale()).text("inquiry.requested", gatewayNames.apply(attempt.gateway())));
        return Response.seeOther(pageOf(attempt.order())).build();
    }

    private Reading reading(Dossier dossier, long seen) {
        var entries = timeline.of(dossier.order().id(), seen, ENTRIES_ON_A_PAGE + 1);
        var shown = entries.subList(0, Math.min(entries.size(), ENTRIES_ON_A_PAGE));
        return new Reading(
                dossier,
                dossier.attempts().stream()
                        .map(AttemptSnapshot::id)
                        .collect(Collectors.toMap(Function.identity(), refs::of)),
                dossier.order().person().flatMap(people::find),
                shown,
                entries.size() > shown.size(),
                visitor.hasAnyRole(Roles.SUPPORT, Roles.OPERATOR, Roles.ADMINISTRATOR),
                visitor.hasAnyRole(Roles.SUPPORT, Roles.OPERATOR, Roles.ADMINISTRATOR));
    }

    private List<OrderListView.Line> lines(List<OrderRow> rows, Words words) {
        var badges = new Badges(words);
        return rows.stream()
                .map(row -> new OrderListView.Line(
                        row.id().toString(),
                        row.reference(),
                        words.amount(row.amount()),
                        badges.of(row.status(), row.amount(), row.captured()),
                        badges.of(row.fulfilment()),
                        words.moment(row.createdAt()),
                        row.surprising() ? Optional.of(words.text("orders.attention")) : Optional.empty()))
                .toList();
    }

    private static URI pageOf(OrderId order) {
        return UriBuilder.fromPath("orders/{order}").build(order.toString());
    }

    private Language language() {
        return Language.of(mvc.getLocale());
    }

    private static Optional<OrderStatus> statusOf(String code) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    private static Optional<OrderId> orderId(String text) {
        try {
            return Optional.of(OrderId.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<AttemptId> attemptId(String text) {
        try {
            return Optional.of(AttemptId.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
