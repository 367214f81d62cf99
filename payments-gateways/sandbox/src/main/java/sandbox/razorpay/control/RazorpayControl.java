package sandbox.razorpay.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sandbox.control.ControlRefused;
import sandbox.control.SessionView;
import sandbox.control.SimulatedGateway;
import sandbox.razorpay.RazorpayAccount;
import sandbox.razorpay.api.RazorpayApi;
import sandbox.razorpay.order.Customer;
import sandbox.razorpay.order.Order;
import sandbox.razorpay.order.OrderCourse;
import sandbox.razorpay.order.Orders;
import sandbox.razorpay.order.Refused;
import sandbox.razorpay.order.TestMeans;
import sandbox.settings.Settings;

/** Pays, fails, authorizes late and sends refunds back without a browser, by the very acts that the page uses. */
@ApplicationScoped
class RazorpayControl implements SimulatedGateway {
    @Inject
    Orders orders;

    @Inject
    Customer customer;

    @Inject
    Settings settings;

    @Override
    public String name() {
        return RazorpayAccount.GATEWAY;
    }

    @Override
    public String title() {
        return "Razorpay";
    }

    @Override
    public List<String> operations() {
        return RazorpayApi.operations();
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
        try {
            done(session, act, fields);
        } catch (Refused refused) {
            throw ControlRefused.unfitting(refused.getMessage());
        }
    }

    private void done(String session, String act, Map<String, String> fields) {
        switch (act) {
            case "pay" -> {
                var means = Optional.ofNullable(fields.get("card_number"))
                        .map(TestMeans::card)
                        .orElse(TestMeans.upi("success@razorpay"));
                customer.pays(session, means.method(), means.reason());
            }
            case "decline" -> customer.pays(session, "card", Optional.of(fields.getOrDefault("code", "card_declined")));
            case "authorize_late" -> orders.change(session, OrderCourse::authorizeLate);
            case "fail_refund" ->
                orders.change(session, course -> {
                    course.failRefund();
                    return course.order();
                });
            default -> throw ControlRefused.unknown("act", act);
        }
    }

    private SessionView view(Order order) {
        return new SessionView(
                order.id(),
                order.reference(),
                order.status(),
                order.amount(),
                order.currency().toLowerCase(Locale.ROOT),
                order.createdAt(),
                order.page()
                        .filter(page -> order.isPayable())
                        .map(page -> settings.publicUrl() + RazorpayAccount.PATH + "/checkout/" + order.id()),
                details(order),
                acts(order));
    }

    private static Map<String, String> details(Order order) {
        var details = new LinkedHashMap<String, String>();
        order.receipt().ifPresent(receipt -> details.put("receipt", receipt));
        order.payments().forEach(payment -> {
            details.put(
                    payment.id(),
                    payment.status()
                            + payment.reason().map(reason -> ", " + reason).orElse(""));
            payment.refunds().forEach(refund -> details.put(refund.id(), refund.status()));
        });
        return details;
    }

    private static List<String> acts(Order order) {
        var acts = new ArrayList<String>();
        if (order.isPayable()) {
            acts.addAll(List.of("pay", "decline"));
            if (order.latest().filter(payment -> payment.isFailed()).isPresent()) {
                acts.add("authorize_late");
            }
        }
        if (order.successful().filter(payment -> payment.refunded() > 0).isPresent()) {
            acts.add("fail_refund");
        }
        return acts;
    }
}
