package sandbox.btcpay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sandbox.btcpay.invoice.Invoice;
import sandbox.btcpay.invoice.InvoiceCourse;
import sandbox.control.ControlRefused;
import sandbox.control.SessionView;
import sandbox.control.SimulatedGateway;

/** Pays, confirms, expires and claims without a browser, by the very acts that the page uses. */
@ApplicationScoped
class BtcPayControl implements SimulatedGateway {
    @Inject
    Invoices invoices;

    @Inject
    Wallet wallet;

    @Inject
    BtcPayJson json;

    @Override
    public String name() {
        return BtcPayAccount.GATEWAY;
    }

    @Override
    public String title() {
        return "BTCPay";
    }

    @Override
    public List<String> operations() {
        return Stream.of(BtcPayApi.Operation.values())
                .map(BtcPayApi.Operation::code)
                .toList();
    }

    @Override
    public List<SessionView> sessions(Optional<String> reference, int atMost) {
        return invoices.latest(atMost, reference).stream().map(this::view).toList();
    }

    @Override
    public Optional<SessionView> session(String id) {
        return invoices.find(id).map(this::view);
    }

    @Override
    public void act(String session, String act, Map<String, String> fields) {
        try {
            wallet.act(session, act, fields.getOrDefault("how", "full"));
        } catch (InvoiceCourse.Unfitting unfitting) {
            throw ControlRefused.unfitting(unfitting.getMessage());
        }
    }

    private SessionView view(Invoice invoice) {
        return new SessionView(
                invoice.id(),
                invoice.reference(),
                invoice.status().toLowerCase(Locale.ROOT),
                invoice.amount().unscaledValue().longValueExact(),
                invoice.currency(),
                invoice.createdAt(),
                invoice.isOpen() ? Optional.of(json.pageUrl(invoice.id())) : Optional.empty(),
                details(invoice),
                acts(invoice));
    }

    private static Map<String, String> details(Invoice invoice) {
        var details = new LinkedHashMap<String, String>();
        details.put("additional_status", invoice.additional());
        details.put("paid", invoice.paid().toPlainString());
        invoice.orderId().ifPresent(it -> details.put("order_id", it));
        invoice.pullPayments().forEach(it -> details.put("pull_payment", it.id()));
        return details;
    }

    private static List<String> acts(Invoice invoice) {
        var acts = new ArrayList<>(List.of("pay"));
        if (invoice.isOpen()) {
            acts.add("expire");
        }
        if (invoice.isUncertain()) {
            acts.addAll(List.of("confirm", "double_spend"));
        }
        if (invoice.status().equals("Processing")) {
            acts.add("give_up");
        }
        if (!invoice.pullPayments().isEmpty()) {
            acts.add("claim");
        }
        return acts;
    }
}
