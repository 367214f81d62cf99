package io.mizan.web.order;

import io.mizan.access.Mode;
import io.mizan.access.Scope;
import io.mizan.checkout.CancelOrder;
import io.mizan.checkout.ReportFulfilment;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.OrderId;
import io.mizan.order.OrderQuery;
import io.mizan.order.OrderSnapshot;
import io.mizan.order.OrderStatus;
import io.mizan.order.Orders;
import io.mizan.order.PlaceOrder;
import io.mizan.order.PlaceOrderCommand;
import io.mizan.timeline.Timeline;
import io.mizan.web.access.Caller;
import io.mizan.web.access.Needs;
import io.mizan.web.access.Roles;
import io.mizan.web.http.ClientAddress;
import io.mizan.web.idempotency.Idempotent;
import io.mizan.web.idempotency.Outcome;
import io.mizan.web.json.NoBody;
import io.mizan.web.json.StrictJson;
import io.mizan.web.page.Cursor;
import io.mizan.web.page.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Placing orders, and everything that is told or asked about one. */
@Path("v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed(Roles.MERCHANT)
public class OrdersResource {
    private static final String LIST = "orders";

    @Inject
    Caller caller;

    @Inject
    ClientAddress address;

    @Inject
    Mode mode;

    @Inject
    Idempotent idempotent;

    @Inject
    PlaceOrder placeOrder;

    @Inject
    CancelOrder cancelOrder;

    @Inject
    ReportFulfilment reportFulfilment;

    @Inject
    Orders orders;

    @Inject
    Timeline timeline;

    @Inject
    OrderViews views;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MERCHANT, Roles.BROWSER})
    @Needs(Scope.ORDERS)
    public Response place(byte[] raw) {
        var body = StrictJson.read(raw, members -> PlaceOrderBody.read(members, caller.isBrowser()));
        refuseWhatTheKeyForbids(body);
        return idempotent.once(raw, orderId -> {
            var placed = placeOrder.place(command(orderId, body));
            var location = URI.create("/api/v1/orders/" + placed.order().id());
            var outcome = placed.existing()
                    ? Outcome.existing(location, views.placed(placed))
                    : Outcome.created(location, views.placed(placed));
            return outcome.of(placed.order().id());
        });
    }

    @GET
    @Path("{id}")
    @Needs(Scope.READ)
    public OrderView get(@PathParam("id") OrderId id) {
        return views.of(require(id));
    }

    @GET
    @Needs(Scope.READ)
    public OrdersView list(@Context UriInfo uri) {
        var query = Query.of(uri, Set.of("status", "reference", "cursor", "limit"));
        int limit = query.limit();
        var found = orders.page(new OrderQuery(
                query.value("status", OrdersResource::status),
                query.value("reference", Reference::read),
                query.after(LIST, OrderId::fromString),
                limit + 1));
        return new OrdersView(
                found.stream().limit(limit).map(views::of).toList(),
                Cursor.next(LIST, found, limit, OrderSnapshot::id));
    }

    @POST
    @Path("{id}/cancel")
    @Needs(Scope.ORDERS)
    public Response cancel(@PathParam("id") OrderId id, byte[] raw) {
        NoBody.check(raw);
        return idempotent.once(raw, effect -> Outcome.done(
                        views.of(cancelOrder.cancel(require(id).id(), caller.actor())))
                .of(id));
    }

    @POST
    @Path("{id}/fulfilment")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.ORDERS)
    public Response fulfilment(@PathParam("id") OrderId id, byte[] raw) {
        var body = StrictJson.read(raw, FulfilmentBody::read);
        return idempotent.once(raw, effect -> Outcome.done(
                        views.of(reportFulfilment.report(require(id).id(), body.status(), body.note(), caller.actor())))
                .of(id));
    }

    @GET
    @Path("{id}/timeline")
    @Needs(Scope.READ)
    public TimelineView timeline(@PathParam("id") OrderId id, @Context UriInfo uri) {
        var query = Query.of(uri, Set.of("cursor", "limit"));
        int limit = query.limit();
        var list = "timeline/" + require(id).id();
        var found = timeline.of(id, query.after(list, Long::valueOf).orElse(0L), limit + 1);
        return new TimelineView(
                found.stream().limit(limit).map(TimelineView.EntryView::of).toList(),
                Cursor.next(list, found, limit, entry -> entry.seq()));
    }

    private void refuseWhatTheKeyForbids(PlaceOrderBody body) {
        if (caller.isBrowser()) {
            body.firstPriced().ifPresent(index -> {
                throw MizanException.of(
                        ErrorCode.AMOUNT_NOT_ALLOWED,
                        "items[" + index + "].unit_amount",
                        "A publishable key orders products of the catalogue at their prices.");
            });
        }
        if (!caller.key().mayReturnTo(body.returnUrl(), mode)) {
            throw MizanException.of(
                    ErrorCode.RETURN_URL_NOT_ALLOWED,
                    "return_url",
                    "Its origin is not one of this key's, or it is not encrypted.");
        }
    }

    private PlaceOrderCommand command(UUID orderId, PlaceOrderBody body) {
        var key = caller.key();
        return new PlaceOrderCommand(
                orderId,
                key.isPublishable() ? key.id().toString() : "merchant",
                body.reference().orElseGet(() -> "order-" + orderId),
                key.id(),
                body.items(),
                body.currency(),
                body.customer(),
                body.locale(),
                body.returnUrl(),
                body.metadata(),
                caller.isBrowser() ? address.value() : Optional.empty(),
                key.largestOrder(body.currency()));
    }

    private OrderSnapshot require(OrderId id) {
        return orders.find(id).orElseThrow(() -> new MizanException(ErrorCode.NOT_FOUND, "There is no such order."));
    }

    private static OrderStatus status(String code) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it is the status of an order, such as paid"));
    }
}
