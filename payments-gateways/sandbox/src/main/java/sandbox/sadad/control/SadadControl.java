package sandbox.sadad.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandbox.control.ControlRefused;
import sandbox.control.SessionView;
import sandbox.control.SimulatedGateway;
import sandbox.sadad.SadadAccount;
import sandbox.sadad.api.SadadApi;
import sandbox.sadad.payment.Checkout;
import sandbox.sadad.payment.Checkouts;
import sandbox.sadad.payment.Customer;
import sandbox.sadad.payment.Transaction;
import sandbox.settings.Settings;

/** Pays, declines and goes back without a browser, by the very acts of the page. */
@ApplicationScoped
class SadadControl implements SimulatedGateway {
    @Inject
    Checkouts checkouts;

    @Inject
    Customer customer;

    @Inject
    SadadApi api;

    @Inject
    Settings settings;

    @Override
    public String name() {
        return SadadAccount.GATEWAY;
    }

    @Override
    public String title() {
        return "SADAD";
    }

    @Override
    public List<String> operations() {
        return api.operations();
    }

    @Override
    public List<SessionView> sessions(Optional<String> reference, int atMost) {
        return checkouts.latest(reference, atMost).stream().map(this::view).toList();
    }

    @Override
    public Optional<SessionView> session(String id) {
        return checkouts.find(id).map(this::view);
    }

    @Override
    public void act(String session, String act, Map<String, String> fields) {
        switch (act) {
            case "pay" -> done(customer.pays(session));
            case "decline" -> done(customer.isDeclined(session));
            case "cancel" -> done(customer.cancels(session));
            default -> throw ControlRefused.unknown("act", act);
        }
    }

    private static void done(Optional<Transaction> tried) {
        if (tried.isEmpty()) {
            throw ControlRefused.unfitting("The page takes no other try.");
        }
    }

    private SessionView view(Checkout checkout) {
        var tries = checkouts.tries(checkout.reference());
        var open = tries.stream().allMatch(it -> it.status() == Transaction.FAILED);
        var page = settings.publicUrl() + SadadAccount.PATH + "/pay/" + checkout.reference();
        var details = new LinkedHashMap<String, String>();
        tries.forEach(it -> details.put(it.number(), it.statusName()));
        return new SessionView(
                checkout.reference(),
                Optional.of(checkout.order()),
                open ? "open" : tries.get(tries.size() - 1).statusName(),
                checkout.minor(),
                "qar",
                checkout.openedAt(),
                Optional.of(page),
                details,
                open ? List.of("pay", "decline", "cancel") : List.of());
    }
}
