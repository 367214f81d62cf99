package sandbox.cybersource.control;

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
import sandbox.cybersource.CyberSourceAccount;
import sandbox.cybersource.api.RestApi;
import sandbox.cybersource.payment.Checkout;
import sandbox.cybersource.payment.Checkouts;
import sandbox.cybersource.payment.Customer;
import sandbox.cybersource.payment.FollowUps;
import sandbox.cybersource.payment.Transaction;
import sandbox.settings.Settings;

/** Pays, declines and goes back without a browser, and does what a merchant does in the Business Center. */
@ApplicationScoped
class CyberSourceControl implements SimulatedGateway {
    @Inject
    Checkouts checkouts;

    @Inject
    Customer customer;

    @Inject
    FollowUps followUps;

    @Inject
    RestApi api;

    @Inject
    Settings settings;

    @Override
    public String name() {
        return CyberSourceAccount.GATEWAY;
    }

    @Override
    public String title() {
        return "CyberSource";
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
            case "decline" -> done(customer.isDeclined(session, fields.getOrDefault("code", "203")));
            case "review" -> done(customer.isReviewed(session));
            case "cancel" -> done(customer.cancels(session));
            case "accept_review" ->
                followUps.accept(session, checkouts.find(session).orElseThrow().sale());
            case "settle" -> followUps.settle(session);
            case "call_back" -> collected(session, collection -> followUps.callBack(collection.id(), session));
            case "refund" ->
                collected(session, collection -> followUps.refund(collection.id(), collection.done(), session));
            default -> throw ControlRefused.unknown("act", act);
        }
    }

    private static void done(Optional<Checkout> answered) {
        if (answered.isEmpty()) {
            throw ControlRefused.unfitting("The form is used up.");
        }
    }

    @FunctionalInterface
    private interface Work {
        FollowUps.Result on(Transaction collection);
    }

    private void collected(String session, Work work) {
        var result = checkouts.ofCheckout(session).stream()
                .filter(it -> it.worked() && it.kind().applications().contains("ics_bill"))
                .findFirst()
                .map(work::on)
                .orElseThrow(() -> ControlRefused.unfitting("Nothing was collected."));
        if (result.transaction().isEmpty()) {
            throw ControlRefused.unfitting(result.reason());
        }
    }

    private SessionView view(Checkout checkout) {
        var details = new LinkedHashMap<String, String>();
        var transactions = checkouts.ofCheckout(checkout.reference());
        transactions.forEach(it -> details.put(
                it.id(),
                it.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                        + it.done().text() + " " + it.done().currency() + " " + it.status() + " " + it.reason()));
        var page = settings.publicUrl() + CyberSourceAccount.PATH + "/pay/" + checkout.reference();
        return new SessionView(
                checkout.reference(),
                Optional.of(checkout.order()),
                checkout.reply().map(reply -> reply.text("decision")).orElse("open"),
                checkout.asked().minor(),
                checkout.asked().currency().toLowerCase(Locale.ROOT),
                checkout.openedAt(),
                Optional.of(page),
                details,
                acts(checkout, transactions));
    }

    private static List<String> acts(Checkout checkout, List<Transaction> transactions) {
        if (checkout.isOpen()) {
            return List.of("pay", "decline", "review", "cancel");
        }
        var acts = new ArrayList<String>();
        if (transactions.stream().anyMatch(it -> it.status().endsWith("PENDING_REVIEW"))) {
            acts.add("accept_review");
        }
        if (transactions.stream()
                .anyMatch(it -> it.worked() && it.kind().applications().contains("ics_bill"))) {
            acts.addAll(List.of("refund", "call_back", "settle"));
        }
        return List.copyOf(acts);
    }
}
