package sandbox.qpay.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandbox.control.ControlRefused;
import sandbox.control.SessionView;
import sandbox.control.SimulatedGateway;
import sandbox.qpay.QPayAccount;
import sandbox.qpay.api.ServerCalls;
import sandbox.qpay.payment.Customer;
import sandbox.qpay.payment.Payment;
import sandbox.qpay.payment.Payments;
import sandbox.qpay.payment.Refunds;
import sandbox.settings.Settings;

/** Pays, declines and goes back without a browser, by the very acts of the page. QPay sends no messages of its own. */
@ApplicationScoped
class QPayControl implements SimulatedGateway {
    @Inject
    Payments payments;

    @Inject
    Refunds refunds;

    @Inject
    Customer customer;

    @Inject
    ServerCalls serverCalls;

    @Inject
    Settings settings;

    @Override
    public String name() {
        return QPayAccount.GATEWAY;
    }

    @Override
    public String title() {
        return "QPay";
    }

    @Override
    public List<String> operations() {
        return serverCalls.operations();
    }

    @Override
    public List<SessionView> sessions(Optional<String> reference, int atMost) {
        return payments.latest(reference, atMost).stream().map(this::view).toList();
    }

    @Override
    public Optional<SessionView> session(String id) {
        return payments.find(id).map(this::view);
    }

    @Override
    public void act(String session, String act, Map<String, String> fields) {
        if (payments.find(session).filter(it -> it.outcome().isPresent()).isPresent()) {
            throw ControlRefused.unfitting("The payment has ended.");
        }
        switch (act) {
            case "pay" -> customer.pays(session);
            case "decline" -> customer.isDeclined(session, fields.getOrDefault("code", ""));
            case "cancel" -> customer.cancels(session);
            default -> throw ControlRefused.unknown("act", act);
        }
    }

    private SessionView view(Payment payment) {
        var open = payment.outcome().isEmpty();
        var page = settings.publicUrl() + QPayAccount.PATH + "/pay/" + payment.number();
        return new SessionView(
                payment.number(),
                Optional.of(payment.reference()),
                payment.outcome().map(Payment.Outcome::status).orElse("open"),
                payment.minor(),
                "qar",
                payment.openedAt(),
                open ? Optional.of(page) : Optional.of(page + "/return"),
                details(payment),
                open ? List.of("pay", "decline", "cancel") : List.of());
    }

    private Map<String, String> details(Payment payment) {
        var details = new LinkedHashMap<String, String>();
        payment.outcome().ifPresent(outcome -> {
            details.put("status_message", outcome.message());
            details.put("confirmation", outcome.confirmation());
            details.put("taken_minor", String.valueOf(outcome.minor()));
            details.put("refunded_minor", String.valueOf(refunds.refunded(payment.number())));
        });
        return details;
    }
}
