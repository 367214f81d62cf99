package sandbox.stripe.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import sandbox.stripe.checkout.Checkouts;
import sandbox.stripe.checkout.ObjectKind;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.Refund;
import sandbox.stripe.payment.RefundTerms;
import sandbox.stripe.wire.Documents;

/** Refunds. */
@ApplicationScoped
class RefundOperations {
    private static final String REFUNDS = "/v1/refunds";

    @Inject
    Checkouts checkouts;

    @Inject
    Documents documents;

    List<Operation> operations() {
        return List.of(
                new Operation(
                        "create_refund",
                        "POST",
                        REFUNDS,
                        Shape.of("payment_intent", "charge", "amount", "reason", "metadata[*]"),
                        this::create),
                new Operation("list_refunds", "GET", REFUNDS, Shape.ofList("payment_intent", "charge"), this::list),
                new Operation("retrieve_refund", "GET", REFUNDS + "/{id}", Shape.of(), this::retrieve));
    }

    /** Which payment is meant, by the one or the other id. */
    static Optional<String> payment(Parameters parameters) {
        return parameters.text("payment_intent").or(() -> parameters.text("charge"));
    }

    private JsonObject create(Call call) {
        var amount = call.parameters().integer("amount");
        if (amount.filter(minor -> minor < 1).isPresent()) {
            throw StripeError.invalidParameter("parameter_invalid_integer", "amount", "amount must be at least 1.");
        }
        var terms = new RefundTerms(
                amount,
                call.parameters().oneOf("reason", "duplicate", "fraudulent", "requested_by_customer"),
                call.parameters().map("metadata"));
        var charge = call.parameters().text("charge");
        var refunded = checkouts
                .change(paid(call.parameters()).sessionId(), call.cause(), course -> course.refund(charge, terms))
                .orElseThrow();
        var made = refunded.refunds().get(refunded.refunds().size() - 1);
        return documents.refund(refunded, made.id()).orElseThrow();
    }

    /** Of one payment; nobody here has asked for those of all. */
    private JsonObject list(Call call) {
        var listing = Listings.asked(call.parameters());
        var checkout = paid(call.parameters());
        var all = checkout.charges().stream()
                .flatMap(charge -> checkout.refundsOf(charge.id()).stream())
                .map(Refund::id)
                .toList();
        var from = listing.startingAfter().map(id -> all.indexOf(id) + 1).orElse(0);
        var until = Math.min(from + listing.limit(), all.size());
        return Listings.answered(
                REFUNDS,
                all.subList(from, until).stream()
                        .flatMap(id -> documents.refund(checkout, id).stream())
                        .toList(),
                until < all.size());
    }

    private JsonObject retrieve(Call call) {
        return checkouts
                .holding(ObjectKind.REFUND, call.id())
                .flatMap(checkout -> documents.refund(checkout, call.id()))
                .orElseThrow(() -> StripeError.noSuch("refund", call.id(), "refund"));
    }

    private Checkout paid(Parameters parameters) {
        var intent = parameters.text("payment_intent");
        if (intent.isPresent()) {
            return checkouts
                    .holding(ObjectKind.INTENT, intent.get())
                    .orElseThrow(() -> StripeError.noSuch("payment_intent", intent.get(), "payment_intent"));
        }
        var charge = parameters.text("charge").orElseThrow(() -> parameters.missing("payment_intent"));
        return checkouts
                .holding(ObjectKind.CHARGE, charge)
                .orElseThrow(() -> StripeError.noSuch("charge", charge, "charge"));
    }
}
