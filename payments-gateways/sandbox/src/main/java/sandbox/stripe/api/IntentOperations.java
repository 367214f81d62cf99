package sandbox.stripe.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sandbox.stripe.checkout.Checkouts;
import sandbox.stripe.checkout.ObjectKind;
import sandbox.stripe.payment.PaymentCourse;
import sandbox.stripe.wire.Documents;

/** Payment intents and their charges. */
@ApplicationScoped
class IntentOperations {
    private static final String INTENTS = "/v1/payment_intents";

    @Inject
    Checkouts checkouts;

    @Inject
    Documents documents;

    List<Operation> operations() {
        return List.of(
                new Operation("list_intents", "GET", INTENTS, Shape.ofList("customer"), this::list),
                new Operation("retrieve_intent", "GET", INTENTS + "/{id}", Shape.of("client_secret"), this::retrieve),
                new Operation(
                        "capture_intent",
                        "POST",
                        INTENTS + "/{id}/capture",
                        Shape.of("amount_to_capture", "final_capture"),
                        this::capture),
                new Operation(
                        "cancel_intent",
                        "POST",
                        INTENTS + "/{id}/cancel",
                        Shape.of("cancellation_reason"),
                        this::cancel),
                new Operation("retrieve_charge", "GET", "/v1/charges/{id}", Shape.of(), this::retrieveCharge));
    }

    private JsonObject list(Call call) {
        var listing = Listings.asked(call.parameters());
        Listings.checkCursor(listing.startingAfter(), "starting_after", isIntent(listing.startingAfter()));
        Listings.checkCursor(listing.endingBefore(), "ending_before", isIntent(listing.endingBefore()));
        var page = checkouts.list(ObjectKind.INTENT, listing, Optional.empty(), Optional.empty());
        var items = page.items().stream()
                .flatMap(checkout -> documents.intent(checkout).stream())
                .toList();
        return Listings.answered(INTENTS, items, page.hasMore());
    }

    private JsonObject retrieve(Call call) {
        return checkouts
                .holding(ObjectKind.INTENT, call.id())
                .flatMap(documents::intent)
                .orElseThrow(() -> noSuchIntent(call.id()));
    }

    private JsonObject capture(Call call) {
        var amount = call.parameters().integer("amount_to_capture");
        if (amount.filter(minor -> minor < 1).isPresent()) {
            throw StripeError.invalidParameter(
                    "parameter_invalid_integer", "amount_to_capture", "amount_to_capture must be at least 1.");
        }
        if (call.parameters()
                .oneOf("final_capture", "true", "false")
                .filter("false"::equals)
                .isPresent()) {
            throw StripeError.invalidParameter(
                    "", "final_capture", "This account cannot capture a PaymentIntent more than once.");
        }
        return changed(call, course -> course.capture(amount));
    }

    private JsonObject cancel(Call call) {
        var reason = call.parameters()
                .oneOf("cancellation_reason", "duplicate", "fraudulent", "requested_by_customer", "abandoned");
        return changed(call, course -> course.cancel(reason));
    }

    private JsonObject changed(Call call, UnaryOperator<PaymentCourse> act) {
        return checkouts
                .sessionOf(ObjectKind.INTENT, call.id())
                .flatMap(session -> checkouts.change(session, call.cause(), act))
                .flatMap(documents::intent)
                .orElseThrow(() -> noSuchIntent(call.id()));
    }

    private JsonObject retrieveCharge(Call call) {
        return checkouts
                .holding(ObjectKind.CHARGE, call.id())
                .flatMap(checkout -> documents.charge(checkout, call.id()))
                .orElseThrow(() -> StripeError.noSuch("charge", call.id(), "charge"));
    }

    private boolean isIntent(Optional<String> id) {
        return id.flatMap(it -> checkouts.sessionOf(ObjectKind.INTENT, it)).isPresent();
    }

    private static StripeError noSuchIntent(String id) {
        return StripeError.noSuch("payment_intent", id, "intent");
    }
}
