package sandbox.stripe.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sandbox.clock.SimulatedClock;
import sandbox.stripe.checkout.Page;
import sandbox.stripe.event.EventLog;
import sandbox.stripe.event.StripeEvent;

/** The event log, of which the API shows the last thirty days. */
@ApplicationScoped
class EventOperations {
    private static final String EVENTS = "/v1/events";
    private static final Duration SHOWN_FOR = Duration.ofDays(30);
    private static final int MOST_TYPES = 20;

    @Inject
    EventLog events;

    @Inject
    SimulatedClock clock;

    List<Operation> operations() {
        return List.of(
                new Operation(
                        "list_events", "GET", EVENTS, Shape.ofList("type", "types[#]", "delivery_success"), this::list),
                new Operation("retrieve_event", "GET", EVENTS + "/{id}", Shape.of(), this::retrieve));
    }

    private JsonObject retrieve(Call call) {
        return events.find(call.id())
                .filter(event -> event.createdAt().isAfter(clock.now().minus(SHOWN_FOR)))
                .map(StripeEvent::document)
                .orElseThrow(() -> StripeError.noSuch("event", call.id(), "id"));
    }

    private JsonObject list(Call call) {
        var listing = Listings.asked(call.parameters());
        var condition = new StringBuilder("e.created_at > ?");
        var arguments = new ArrayList<Object>(List.of(clock.now().minus(SHOWN_FOR)));
        addTypes(call.parameters(), condition, arguments);
        call.parameters()
                .oneOf("delivery_success", "true", "false")
                .ifPresent(
                        arrived -> condition
                                .append(arrived.equals("true") ? " AND NOT" : " AND")
                                .append(
                                        " EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.event_id = e.id AND d.state <> 'delivered')"));
        listing.createdFrom().ifPresent(from -> {
            condition.append(" AND e.created_at >= ?");
            arguments.add(from);
        });
        listing.createdTo().ifPresent(to -> {
            condition.append(" AND e.created_at < ?");
            arguments.add(to.plusSeconds(1));
        });
        listing.startingAfter().ifPresent(id -> {
            condition.append(" AND e.seq < ?");
            arguments.add(sequenceOf(id, "starting_after"));
        });
        listing.endingBefore().ifPresent(id -> {
            condition.append(" AND e.seq > ?");
            arguments.add(sequenceOf(id, "ending_before"));
        });
        var backwards = listing.endingBefore().isPresent();
        var rows = events.matching(condition.toString(), arguments, backwards ? "ASC" : "DESC", listing.limit() + 1);
        var page = Page.of(rows, listing.limit(), backwards);
        return Listings.answered(
                EVENTS, page.items().stream().map(StripeEvent::document).toList(), page.hasMore());
    }

    /** A type may be a pattern, {@code charge.*}. */
    private static void addTypes(Parameters parameters, StringBuilder condition, List<Object> arguments) {
        var types = new ArrayList<>(parameters.texts("types"));
        parameters.text("type").ifPresent(types::add);
        if (types.size() > MOST_TYPES) {
            throw StripeError.invalidParameter("", "types", "At most " + MOST_TYPES + " types may be sent.");
        }
        if (!types.isEmpty()) {
            condition
                    .append(" AND (FALSE")
                    .append(" OR e.type LIKE ?".repeat(types.size()))
                    .append(")");
            types.forEach(type ->
                    arguments.add(type.replace("_", "\\_").replace("%", "\\%").replace('*', '%')));
        }
    }

    private long sequenceOf(String id, String param) {
        return events.find(id).map(StripeEvent::seq).orElseThrow(() -> StripeError.noSuch("event", id, param));
    }
}
