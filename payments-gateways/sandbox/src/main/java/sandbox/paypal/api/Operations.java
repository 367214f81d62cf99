package sandbox.paypal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sandbox.paypal.PayPalAccount;
import sandbox.paypal.order.Deviation;
import sandbox.paypal.order.Order;
import sandbox.paypal.order.OrderCourse;
import sandbox.paypal.order.OrderStatus;
import sandbox.paypal.order.PayPalRefused;
import sandbox.paypal.order.Sum;
import sandbox.paypal.store.Orders;
import sandbox.paypal.wire.Documents;
import sandbox.paypal.wire.Json;
import sandbox.paypal.wire.OrderRequest;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;
import sandbox.rule.Rules;
import sandbox.store.Events;
import sandbox.webhook.Outbox;

/** Does what is asked. */
@ApplicationScoped
public class Operations {
    @Inject
    Orders orders;

    @Inject
    Documents documents;

    @Inject
    Events events;

    @Inject
    Outbox outbox;

    @Inject
    Rules rules;

    /** The names by which rules may mean them. */
    public static List<String> names() {
        return Stream.of(Operation.values()).map(Operation::code).toList();
    }

    Done work(Operation operation, Request request) {
        var id = request.id();
        return switch (operation) {
            case CREATE_ORDER -> create(request);
            case GET_ORDER -> Done.found("order", known(id).id());
            case CAPTURE_ORDER -> completed(id, OrderCourse::capture);
            case AUTHORIZE_ORDER -> completed(id, OrderCourse::authorize);
            case GET_AUTHORIZATION -> Done.found("authorization", id);
            case CAPTURE_AUTHORIZATION -> {
                var asked = amount(request.body());
                var last = request.body().getBoolean("final_capture", false);
                var after = changed(id, course -> course.captureAuthorized(asked, last));
                yield Done.made(
                        "capture",
                        after.captures().get(after.captures().size() - 1).id());
            }
            case VOID_AUTHORIZATION -> {
                changed(id, OrderCourse::voidAuthorized);
                yield Done.found("authorization", id);
            }
            case GET_CAPTURE -> Done.found("capture", id);
            case REFUND_CAPTURE -> {
                var asked = amount(request.body());
                var customId = Json.text(request.body(), "custom_id").orElse("");
                var after = changed(id, course -> course.refund(id, asked, customId));
                yield Done.made(
                        "refund",
                        after.refunds().get(after.refunds().size() - 1).id());
            }
            case GET_REFUND -> Done.found("refund", id);
            case GET_EVENT -> Done.found("event", id);
            case RESEND_EVENT -> {
                var event = events.find(PayPalAccount.GATEWAY, id).orElseThrow(PayPalRefused::notFound);
                outbox.resend(PayPalAccount.GATEWAY, event.subject(), event.message());
                yield Done.found("event", id);
            }
            case TOKEN -> throw new IllegalArgumentException("a token is no object");
        };
    }

    /** The object as it is now. */
    JsonObject show(Done done) {
        if (done.kind().equals("event")) {
            return Json.parse(events.find(PayPalAccount.GATEWAY, done.id())
                    .orElseThrow(PayPalRefused::notFound)
                    .message()
                    .body());
        }
        if (done.kind().equals("order")) {
            return documents.order(known(done.id()));
        }
        var order = orders.holding(done.id()).orElseThrow(PayPalRefused::notFound);
        return switch (done.kind()) {
            case "authorization" ->
                documents.authorization(
                        order,
                        order.authorization()
                                .filter(it -> it.id().equals(done.id()))
                                .orElseThrow(PayPalRefused::notFound));
            case "capture" -> documents.capture(order, order.capture(done.id()).orElseThrow(PayPalRefused::notFound));
            default -> documents.refund(order.refund(done.id()).orElseThrow(PayPalRefused::notFound));
        };
    }

    private Done create(Request request) {
        var asked = new OrderRequest(request.body());
        asked.invoiceId().filter(orders::isInvoiced).ifPresent(again -> {
            throw PayPalRefused.unprocessable("DUPLICATE_INVOICE_ID");
        });
        var order = asked.order(orders.ids().object(), orders.now());
        orders.open(order);
        return Done.made("order", order.id());
    }

    private Done completed(String id, BiConsumer<OrderCourse, Deviation> act) {
        var deviation = deviation(known(id));
        var refused = new AtomicReference<Optional<String>>(Optional.empty());
        orders.change(id, course -> {
            act.accept(course, deviation);
            refused.set(course.refused());
        });
        return Done.completed(id, refused.get());
    }

    private Order changed(String partId, Consumer<OrderCourse> act) {
        var order = orders.holding(partId).orElseThrow(PayPalRefused::notFound);
        return orders.change(order.id(), act).orElseThrow(PayPalRefused::notFound);
    }

    private Order known(String id) {
        return orders.find(id)
                .filter(order -> order.status() != OrderStatus.EXPIRED)
                .orElseThrow(PayPalRefused::notFound);
    }

    private Deviation deviation(Order order) {
        return new Deviation(
                taken(Misbehaviour.AMOUNT, order).map(Rule::number),
                taken(Misbehaviour.CURRENCY, order).map(rule -> rule.code().toUpperCase(Locale.ROOT)),
                taken(Misbehaviour.DECLINE, order).map(Rule::code));
    }

    private Optional<Rule> taken(Misbehaviour kind, Order order) {
        return rules.take(PayPalAccount.GATEWAY, kind, Orders.names(order));
    }

    private static Optional<Sum> amount(JsonObject body) {
        return Optional.of(Json.child(body, "amount"))
                .filter(it -> !it.isEmpty())
                .map(OrderRequest::amount);
    }
}
