package sandbox.square.book;

import static sandbox.square.book.SquareJson.object;
import static sandbox.square.book.SquareJson.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import sandbox.clock.SimulatedClock;
import sandbox.square.SquareAccount;
import sandbox.store.Events;
import sandbox.webhook.OutgoingEvent;

/** Writes Square's events around the documents they show. */
@ApplicationScoped
class SquareEvents {
    @Inject
    SquareAccount account;

    @Inject
    Events events;

    @Inject
    SimulatedClock clock;

    void send(Checkout checkout, List<OutgoingEvent> messages) {
        events.record(SquareAccount.GATEWAY, checkout.id(), checkout.names(), messages);
    }

    /** An event that shows the whole document. */
    OutgoingEvent of(String type, String kind, JsonObject document) {
        return event(
                type,
                kind,
                document.getString("id"),
                object().add(kind, document).build());
    }

    /** An event about an order, which shows only that it changed. */
    OutgoingEvent ofOrder(String type, String kind, JsonObject order) {
        var change = object().add("order_id", order.getString("id"))
                .add("location_id", account.location())
                .add("state", order.getString("state"))
                .add("version", order.getInt("version"))
                .add("created_at", order.getString("created_at"))
                .add("updated_at", order.getString("updated_at"));
        return event(
                type, kind, order.getString("id"), object().add(kind, change).build());
    }

    private OutgoingEvent event(String type, String kind, String id, JsonObject shown) {
        var eventId = SquareIds.event();
        var body = object().add("merchant_id", SquareAccount.MERCHANT)
                .add("location_id", account.location())
                .add("type", type)
                .add("event_id", eventId)
                .add("created_at", time(clock.now()))
                .add("data", object().add("type", kind).add("id", id).add("object", shown));
        return new OutgoingEvent(eventId, type, body.build().toString());
    }
}
