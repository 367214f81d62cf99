package sandbox.square.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandbox.control.ControlRefused;
import sandbox.control.SessionView;
import sandbox.control.SimulatedGateway;
import sandbox.square.SquareAccount;
import sandbox.square.api.SquareApi;
import sandbox.square.book.Checkout;
import sandbox.square.book.Checkouts;
import sandbox.square.book.SquareError;
import sandbox.square.book.SubmittedCard;

/** Pays, authenticates, refunds and deletes without a browser, by the very acts that page and API use. */
@ApplicationScoped
class SquareControl implements SimulatedGateway {
    @Inject
    Checkouts checkouts;

    @Inject
    SquareApi api;

    @Override
    public String name() {
        return SquareAccount.GATEWAY;
    }

    @Override
    public String title() {
        return "Square";
    }

    @Override
    public List<String> operations() {
        return api.names();
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
        try {
            switch (act) {
                case "pay" -> checkouts.pay(session, card(fields));
                case "give_up" -> checkouts.giveUp(session);
                case "challenge" -> checkouts.authenticate(session, isComplete(fields));
                case "refund" -> refund(checkouts.find(session).orElseThrow());
                case "delete" ->
                    checkouts.delete(checkouts.find(session).orElseThrow().linkId());
                default -> throw ControlRefused.unknown("act", act);
            }
        } catch (SquareError refused) {
            throw ControlRefused.unfitting(refused.getMessage());
        }
    }

    private static SubmittedCard card(Map<String, String> fields) {
        return SubmittedCard.read(
                        fields.getOrDefault("card_number", "4111111111111111"),
                        fields.getOrDefault("expiry", "12/34"),
                        fields.getOrDefault("cvc", "111"),
                        fields.getOrDefault("postcode", "94103"))
                .card()
                .orElseThrow(() -> ControlRefused.invalid("the card's fields are incomplete"));
    }

    private static boolean isComplete(Map<String, String> fields) {
        var outcome = fields.getOrDefault("outcome", "");
        if (!outcome.equals("complete") && !outcome.equals("fail")) {
            throw ControlRefused.invalid("outcome must be complete or fail");
        }
        return outcome.equals("complete");
    }

    /** All of it, as from Square's dashboard. */
    private void refund(Checkout checkout) {
        var payment = checkout.paid().orElseThrow(() -> ControlRefused.unfitting("Nothing was paid."));
        var amount = payment.getJsonObject("amount_money");
        checkouts.refund(
                payment.getString("id"),
                amount.getJsonNumber("amount").longValueExact(),
                amount.getString("currency"),
                Optional.of("dashboard"));
    }

    private SessionView view(Checkout checkout) {
        return new SessionView(
                checkout.id(),
                checkout.reference(),
                status(checkout),
                checkout.minor(),
                checkout.currency(),
                Instant.parse(checkout.order().getString("created_at")),
                checkout.isPayable() ? Optional.of(checkouts.pageUrl(checkout.linkId())) : Optional.empty(),
                details(checkout),
                acts(checkout));
    }

    private static String status(Checkout checkout) {
        if (checkout.paid().isPresent()) {
            return "complete";
        }
        return checkout.isPayable() ? "open" : "expired";
    }

    private static Map<String, String> details(Checkout checkout) {
        var details = new LinkedHashMap<String, String>();
        details.put("payment_link", checkout.linkId());
        details.put("order_state", checkout.order().getString("state"));
        checkout.paid().map(payment -> payment.getString("id")).ifPresent(id -> details.put("payment", id));
        checkout.lastDecline().ifPresent(code -> details.put("last_error", code));
        checkout.refunds().stream()
                .map((JsonObject refund) -> refund.getString("id"))
                .reduce((earlier, later) -> later)
                .ifPresent(id -> details.put("refund", id));
        return details;
    }

    private static List<String> acts(Checkout checkout) {
        var acts = new ArrayList<String>();
        if (checkout.isPayable()) {
            acts.add("pay");
            acts.add("give_up");
            checkout.challengedCard().ifPresent(card -> acts.add("challenge"));
            acts.add("delete");
        }
        checkout.paid().ifPresent(payment -> acts.add("refund"));
        return acts;
    }
}
