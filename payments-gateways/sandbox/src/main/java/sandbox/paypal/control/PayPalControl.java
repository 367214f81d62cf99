package sandbox.paypal.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sandbox.control.ControlRefused;
import sandbox.control.SessionView;
import sandbox.control.SimulatedGateway;
import sandbox.paypal.PayPalAccount;
import sandbox.paypal.api.AccessTokens;
import sandbox.paypal.api.Operations;
import sandbox.paypal.hosted.ApprovalPage;
import sandbox.paypal.order.Order;
import sandbox.paypal.order.OrderCourse;
import sandbox.paypal.order.PayPalRefused;
import sandbox.paypal.store.Orders;
import sandbox.paypal.wire.Documents;

/** Approves, settles and expires without a browser, by the very acts that the page uses. */
@ApplicationScoped
class PayPalControl implements SimulatedGateway {
    @Inject
    Orders orders;

    @Inject
    Documents documents;

    @Inject
    AccessTokens tokens;

    @Override
    public String name() {
        return PayPalAccount.GATEWAY;
    }

    @Override
    public String title() {
        return "PayPal";
    }

    @Override
    public List<String> operations() {
        return Operations.names();
    }

    @Override
    public List<SessionView> sessions(Optional<String> reference, int atMost) {
        return orders.latest(atMost, reference).stream().map(this::view).toList();
    }

    @Override
    public Optional<SessionView> session(String id) {
        return orders.find(id).map(this::view);
    }

    @Override
    public void act(String session, String act, Map<String, String> fields) {
        if (act.equals("end_tokens")) {
            tokens.endAll();
            return;
        }
        try {
            orders.change(session, course(act, fields));
        } catch (PayPalRefused refused) {
            throw ControlRefused.unfitting(refused.getMessage());
        }
    }

    private static Consumer<OrderCourse> course(String act, Map<String, String> fields) {
        return switch (act) {
            case "approve" -> {
                var funding = ApprovalPage.funding(
                        fields.getOrDefault("funding", "balance"), fields.getOrDefault("holder", ""));
                yield course -> course.approve(funding);
            }
            case "settle" -> {
                var succeeded = !fields.getOrDefault("outcome", "succeeded").equals("failed");
                yield course -> course.settle(succeeded);
            }
            case "expire" -> OrderCourse::expire;
            default -> throw ControlRefused.unknown("act", act);
        };
    }

    private SessionView view(Order order) {
        var open = order.status().isApprovable();
        return new SessionView(
                order.id(),
                order.referenceId(),
                order.status().name().toLowerCase(Locale.ROOT),
                order.amount().minor(),
                order.amount().currency(),
                order.createdAt(),
                open ? Optional.of(documents.pageUrl(order.id())) : Optional.empty(),
                details(order),
                acts(order));
    }

    private static Map<String, String> details(Order order) {
        var details = new LinkedHashMap<String, String>();
        order.customId().ifPresent(it -> details.put("custom_id", it));
        order.authorization().ifPresent(it -> details.put("authorization", it.id() + " " + it.status()));
        order.captures().forEach(it -> details.put("capture", it.id() + " " + it.status()));
        order.refunds().forEach(it -> details.put("refund", it.id() + " " + it.status()));
        return details;
    }

    private static List<String> acts(Order order) {
        var acts = new ArrayList<String>();
        if (order.status().isApprovable()) {
            acts.add("approve");
            acts.add("expire");
        }
        if (order.captures().stream().anyMatch(it -> it.status().equals("PENDING"))) {
            acts.add("settle");
        }
        acts.add("end_tokens");
        return acts;
    }
}
