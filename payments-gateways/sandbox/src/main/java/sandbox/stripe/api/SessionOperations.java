package sandbox.stripe.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.stripe.checkout.Checkouts;
import sandbox.stripe.checkout.ObjectKind;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.Ids;
import sandbox.stripe.payment.LineItem;
import sandbox.stripe.payment.PaymentCourse;
import sandbox.stripe.wire.Documents;
import sandbox.stripe.wire.SessionJson;

/** Checkout sessions. */
@ApplicationScoped
class SessionOperations {
    private static final String SESSIONS = "/v1/checkout/sessions";

    @Inject
    Checkouts checkouts;

    @Inject
    Documents documents;

    @Inject
    Ids ids;

    @Inject
    SimulatedClock clock;

    List<Operation> operations() {
        return List.of(
                new Operation("create_session", "POST", SESSIONS, SessionRequest.SHAPE, this::create),
                new Operation(
                        "list_sessions",
                        "GET",
                        SESSIONS,
                        Shape.ofList("payment_intent", "status", "customer"),
                        this::list),
                new Operation("retrieve_session", "GET", SESSIONS + "/{id}", Shape.of(), this::retrieve),
                new Operation("expire_session", "POST", SESSIONS + "/{id}/expire", Shape.of(), this::expire),
                new Operation(
                        "list_line_items",
                        "GET",
                        SESSIONS + "/{id}/line_items",
                        Shape.of("limit", "starting_after", "ending_before"),
                        this::listLineItems));
    }

    private JsonObject create(Call call) {
        var checkout = new SessionRequest(ids).read(call.parameters(), clock.now());
        checkouts.open(checkout);
        return documents.session(checkout);
    }

    private JsonObject retrieve(Call call) {
        return documents.session(existing(call.id()));
    }

    private JsonObject expire(Call call) {
        return checkouts
                .change(call.id(), call.cause(), PaymentCourse::expire)
                .map(documents::session)
                .orElseThrow(() -> noSuchSession(call.id()));
    }

    private JsonObject list(Call call) {
        var parameters = call.parameters();
        var listing = Listings.asked(parameters);
        Listings.checkCursor(listing.startingAfter(), "starting_after", isSession(listing.startingAfter()));
        Listings.checkCursor(listing.endingBefore(), "ending_before", isSession(listing.endingBefore()));
        var page = checkouts.list(
                ObjectKind.SESSION,
                listing,
                parameters.oneOf("status", "open", "complete", "expired"),
                parameters.text("payment_intent"));
        return Listings.answered(
                SESSIONS, page.items().stream().map(documents::session).toList(), page.hasMore());
    }

    /** The first page of a session's lines, as expansion shows it. */
    JsonObject lineItems(String sessionId) {
        return lineItems(existing(sessionId), 0, 10);
    }

    private JsonObject listLineItems(Call call) {
        var checkout = existing(call.id());
        var listing = Listings.asked(call.parameters());
        var ids = checkout.terms().items().stream().map(LineItem::id).toList();
        var from = listing.startingAfter().map(id -> ids.indexOf(id) + 1).orElse(0);
        return lineItems(checkout, from, listing.limit());
    }

    private static JsonObject lineItems(Checkout checkout, int from, int limit) {
        var items = checkout.terms().items();
        var until = Math.min(from + limit, items.size());
        return Listings.answered(
                SESSIONS + "/" + checkout.sessionId() + "/line_items",
                items.subList(from, until).stream()
                        .map(item -> SessionJson.line(item, checkout.total().currency()))
                        .toList(),
                until < items.size());
    }

    private Checkout existing(String id) {
        return checkouts.find(id).orElseThrow(() -> noSuchSession(id));
    }

    private boolean isSession(Optional<String> id) {
        return id.flatMap(it -> checkouts.sessionOf(ObjectKind.SESSION, it)).isPresent();
    }

    private static StripeError noSuchSession(String id) {
        return StripeError.noSuch("checkout.session", id, "session");
    }
}
